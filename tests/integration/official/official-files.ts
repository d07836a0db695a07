import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Small files in the publishers' layouts; every code, value and title is made up for the tests. */

const TITLE = ',,2025 National Physician Fee Schedule Relative Value File October Release,,,,,,,,,,,,,,,,,,,,,,,,,,';
const PFS_HEADINGS = [
  [3, 'STATUS'],
  [4, 'MEDICARE'],
  [5, 'WORK'],
  [6, 'NON-FAC'],
  [7, 'NA'],
  [8, 'FACILITY'],
  [9, 'NA'],
  [10, 'MP'],
  [11, 'NON-FACILITY'],
  [12, 'FACILITY'],
  [13, 'PCTC'],
  [14, 'GLOB'],
  [15, 'PRE'],
  [16, 'INTRA'],
  [17, 'POST'],
  [18, 'MULT'],
  [19, 'BILAT'],
  [20, 'ASST'],
  [21, 'CO-'],
  [22, 'TEAM'],
  [23, 'ENDO'],
  [24, 'CONV'],
] as const;
const above = Array.from({ length: 25 }, (_, at) => PFS_HEADINGS.find(([column]) => column === at)?.[1] ?? '').join(
  ',',
);
export const PFS_NAMES =
  'HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,' +
  'SURG,SURG,SURG,SURG,BASE,FACTOR';

/** `code,modifier` with the given indicators in a whole row of the fee schedule. */
export function feeLine(code: string, modifier = '', bilateral = '0'): string {
  return `${code},${modifier},Made up,A,,10.00,6.00,NA,6.00,,2.00,18.00,18.00,0,090,0.09,0.81,0.10,2,${bilateral},2,1,0,,32.3465`;
}

export function pfsFile(lines: readonly string[], names = PFS_NAMES): string {
  return `${[TITLE, '', above, names, ...lines].join('\r\n')}\r\n`;
}

export const PTP_HEADING =
  'CPT only copyright\t\t\t\t\t\t\nColumn1/Column2 Edits\t\t\t\t\t\t\n' +
  'Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale\n' +
  '\t\tprior to 1996\tDate\tDate\t0=not allowed\t\n\t\t\t\t*=no data\t1=allowed\t\n\t\t\t\t\t9=not applicable\t\n';

export function ptpLine(column1: string, column2: string, indicator: string, from = '20200101', to = '*'): string {
  return `${column1}\t${column2}\t\t${from}\t${to}\t${indicator}\tMutually exclusive procedures`;
}

export function ptpFile(lines: readonly string[]): string {
  return `${PTP_HEADING}${lines.join('\n')}\n`;
}

export const MUE_HEADING =
  '"A long copyright notice\n\nover ""several"" lines, quoted",,,\n"HCPCS/\nCPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale';

export function mueFile(lines: readonly string[], heading = MUE_HEADING): string {
  return `${[heading, ...lines].join('\n')}\n`;
}

export function mueLine(code: string, units: number, mai: '1' | '2' | '3'): string {
  return `${code},${units},${mai} ${mai === '1' ? 'Line' : 'Date of Service'} Edit${mai === '1' ? '' : ': Policy'},CMS Policy`;
}

export function orderLine(number: number, code: string, isBillable: boolean, title: string): string {
  return `${String(number).padStart(5, '0')} ${code.padEnd(7)} ${isBillable ? 1 : 0} ${title.padEnd(60)} ${title}`;
}

export async function write(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

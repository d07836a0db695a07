import { firstListed } from '../../../../src/core/rules/diagnoses/first-listed.ts';
import { lineOf } from '../../../support/a-claim.ts';
import { diagnosed } from '../../../support/diagnoses.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const NOTE = 'DIAGNOSIS: Findings.\nPROCEDURE: Repair.';
const listed = (name: string, codes: string, finds: readonly string[] = [], left?: string): RuleCase => {
  const claim = diagnosed(NOTE, Object.fromEntries(codes.split(' ').map((code) => [code, 'Findings'])));
  return {
    name: `${name}: ${codes}`,
    note: NOTE,
    claim: { ...claim, lines: [lineOf('12001', { dx: claim.diagnoses.map(({ code }) => code) })] },
    finds,
    ...(left === undefined ? {} : { diagnoses: left.split(' '), points: [`12001>${left.replaceAll(' ', ',')}`] }),
  };
};

ruleCases(firstListed, /I\.C\.2[01]|I\.B\.10|I\.C\.15/, [
  listed('a bite before its dog', 'W54.0XXA S81.852A', ['W dx-first'], 'S81.852A W54.0XXA'),
  listed('a reason before a status', 'Z99.2 N18.6', ['W dx-first'], 'N18.6 Z99.2'),
  listed('what is left before what left it', 'S01.20XS L90.5', ['W dx-first'], 'L90.5 S01.20XS'),
  listed('the organism behind the infection', 'B95.62 L02.31', ['W dx-first'], 'L02.31 B95.62'),
  listed('nothing but a status', 'Z79.01', ['W dx-first']),
  listed('nothing but an external cause', 'W19.XXXA', ['W dx-first']),
  listed('the pregnancy first', 'Z30.2 O34.219', ['W dx-first'], 'O34.219 Z30.2'),
  listed('already in order', 'S81.852A W54.0XXA'),
  listed('a reason of an encounter of its own', 'Z12.11 Z80.0'),
  listed('a sterilization alone', 'Z30.2'),
  listed('a pregnancy before its weeks', 'O34.219 Z3A.39'),
]);

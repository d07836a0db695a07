import type { DiagnosisRecord } from '../model/code.ts';

/** Two diagnoses that one code tells together (Guidelines I.B.9); `keeps` the second one stays beside it. */
interface Combination {
  readonly one: RegExp;
  readonly other: RegExp;
  /** Undefined where the first one tells both already. */
  readonly together?: string;
  readonly keeps?: string;
}

const COMBINATIONS: readonly Combination[] = [
  // Gallstones with inflammation.
  { one: /^K80\.20$/, other: /^K81\.0$/, together: 'K80.00' },
  { one: /^K80\.20$/, other: /^K81\.1$/, together: 'K80.10' },
  { one: /^K80\.20$/, other: /^K81\.2$/, together: 'K80.12' },
  { one: /^K80\.20$/, other: /^K81\.9$/, together: 'K80.10' },
  { one: /^K80\.20$/, other: /^K80\.50$/, together: 'K80.70' },
  { one: /^K80\.70$/, other: /^K81\.0$/, together: 'K80.62' },
  { one: /^K80\.70$/, other: /^K81\.1$/, together: 'K80.64' },
  { one: /^K80\.70$/, other: /^K81\.9$/, together: 'K80.60' },
  { one: /^K80\.[01346]/, other: /^(K81|K80\.20)/ },
  // An enlarged prostate with its symptoms, which stay.
  { one: /^N40\.0$/, other: /^R33\.[89]$/, together: 'N40.1', keeps: 'R33.8' },
  { one: /^N40\.0$/, other: /^(R35|R39\.1|N13\.8)/, together: 'N40.1', keeps: 'same' },
  // Coronary disease with angina.
  { one: /^I25\.10$/, other: /^I20\.0$/, together: 'I25.110' },
  { one: /^I25\.10$/, other: /^I20\.8/, together: 'I25.118' },
  { one: /^I25\.10$/, other: /^I20\.9$/, together: 'I25.119' },
  { one: /^I25\.11/, other: /^(I20|I25\.10)/ },
  // Valves of both sides of the left heart.
  { one: /^I05\.[0128]$/, other: /^I35\.[0128]$/, together: 'I08.0' },
  { one: /^I34\.[0128]$/, other: /^I35\.[0128]$/, together: 'I08.0' },
  { one: /^I05\.[0128]$/, other: /^I(07|36)\.[0128]$/, together: 'I08.1' },
  { one: /^I34\.[0128]$/, other: /^I36\.[0128]$/, together: 'I08.1' },
  { one: /^I08\.1$/, other: /^(I05|I34|I36|I07)/ },
  { one: /^I08\.0$/, other: /^(I05|I34|I35)/ },
  { one: /^J35\.1$/, other: /^J35\.2$/, together: 'J35.3' },
  { one: /^K21\.9$/, other: /^K20\.9/, together: 'K21.00' },
  { one: /^K57\.30$/, other: /^(K62\.5|K92\.[12])$/, together: 'K57.31' },
  { one: /^I10$/, other: /^N18\.[1-49]/, together: 'I12.9', keeps: 'same' },
  { one: /^I10$/, other: /^N18\.[56]$/, together: 'I12.0', keeps: 'same' },
  { one: /^E11\.(9|51)$/, other: /^I96$/, together: 'E11.52' },
  { one: /^E11\.9$/, other: /^I73\.9$/, together: 'E11.51' },
  { one: /^E11\.52$/, other: /^(I73\.9|I96|E11\.(9|51))$/ },
  { one: /^E11\.(51|621)$/, other: /^(I73\.9|E11\.9)$/ },
  { one: /^I70\.[2-7]/, other: /^I73\.9$/ },
  { one: /^I83\.91$/, other: /^M79\.604$/, together: 'I83.811' },
  { one: /^I83\.92$/, other: /^M79\.605$/, together: 'I83.812' },
  { one: /^I83\.93$/, other: /^M79\.60[45]$/, together: 'I83.813' },
  // Reflux is how veins become varicose.
  { one: /^I83/, other: /^I87\.2$/ },
  { one: /^E11\.9$/, other: /^L97\.[45]/, together: 'E11.621', keeps: 'same' },
  { one: /^N20\.[0129]$/, other: /^N13\.30$/, together: 'N13.2' },
];

export interface Combined {
  readonly one: string;
  readonly other: string;
  readonly together: DiagnosisRecord;
  readonly keeps: string | undefined;
}

/** The first two codes of a list that one code tells together. */
export function combinationIn(
  codes: readonly string[],
  find: (code: string) => DiagnosisRecord | undefined,
): Combined | undefined {
  for (const { one, other, together, keeps } of COMBINATIONS) {
    const first = codes.find((code) => one.test(code));
    const second = codes.find((code) => other.test(code));
    const record = find(together ?? first ?? '');
    if (first === undefined || second === undefined || record === undefined) continue;
    return { one: first, other: second, together: record, keeps: keeps === 'same' ? second : keeps };
  }
  return undefined;
}

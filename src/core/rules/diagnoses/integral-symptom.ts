import type { Draft } from '../../model/draft.ts';
import { finding, librarySource, type Rule } from '../rule.ts';
import { withoutDiagnoses } from './diagnosis-rows.ts';

const AUTHORITY = 'ICD-10-CM Guidelines I.B.5';

/** A symptom, and the diagnoses it belongs to as a rule. */
const INTEGRAL: readonly (readonly [RegExp, RegExp])[] = [
  // Pain, nausea, distension of the belly.
  [/^R1(0|1|4)/, /^(K2[5-9]|K3[5-8]|K4[0-6]|K5[0-2]|K56|K57|K8[0-5]|N20|N23|N83\.5|O00|N7[0-3]|N80|C18|C25|C56)/],
  [/^R13/, /^(K20|K21|K22|C15|C16\.0|Q39|K44)/],
  [/^R17/, /^(K80|K83|K70|K74|C22|C23|C24|C25)/],
  [/^R19\.0/, /^(C|D[1-4]|K4[0-6]|N83)/],
  [/^R22/, /^(C4[3-9]|D17|D2[1-3]|L72)/],
  [/^R59/, /^(C77|C8[1-8]|C91)/],
  [/^(R31|R30)/, /^(C6[4-8]|N20|N21|N22|N30|D41|D30)/],
  [/^R04\.2/, /^(C34|C78\.0|J47|A15)/],
  [/^R05/, /^(J|C34)/],
  [/^R06\.0/, /^(J|I50|I26|C34)/],
  [/^R09\.02/, /^(J18|J80|J93|J96)/],
  [/^R07/, /^(I20|I21|I25\.1|I26|J93|J18|S22)/],
  [/^R91/, /^(C34|C78\.0|D14\.3|D38\.1|A15)/],
  [/^(N63|R92)/, /^(C50|D05|D24|N60)/],
  [/^R87/, /^(N87|D06|C53)/],
  [/^R97\.20/, /^C61/],
  [/^R50/, /^(A|B|J1[0-8]|K35|L0[0-8]|N10|M00)/],
  [/^R20/, /^(G5[6-9]|M5[01]\.1|M54\.1)/],
  // Pain of a joint or of the back beside what causes it there.
  [/^M25\.51/, /^(M19\.[012]1|M75|M25\.[1-4]1|S4[0-6])/],
  [/^M25\.55/, /^(M16|M87|S7[0-3]|M24\.85)/],
  [/^M25\.56/, /^(M17|M2[23]|S8[0-3])/],
  [/^M25\.57/, /^(M19\.[012]7|S9[0-3])/],
  [/^M54\.[2456]/, /^(M43|M47|M48|M5[01])/],
  [/^M54\.1/, /^(M47\.2|M5[01]\.1)/],
  [/^M79\.6/, /^(M96\.1|M47|M48|M5[01]|M54\.1|I70|I82|I83)/],
  [/^H57\.1/, /^(H16|H20|H40)/],
  [/^N64\.4/, /^(N60|N61|C50)/],
];

/** A sign or symptom that belongs to a confirmed diagnosis of the claim is not coded beside it. */
export const integralSymptom: Rule = (draft, context) => {
  const found = draft.diagnoses.flatMap(({ code }) => {
    const whole = wholeOf(code, draft);
    return whole === undefined ? [] : [{ code, whole }];
  });
  const source = librarySource(context);
  return {
    draft: withoutDiagnoses(draft, new Set(found.map(({ code }) => code))),
    findings: found.map(({ code, whole }) =>
      finding('dx-symptom', 'W', source, AUTHORITY, `${code} belongs to ${whole} and is not coded beside it`, [code]),
    ),
  };
};

function wholeOf(symptom: string, { diagnoses }: Draft): string | undefined {
  const wholes = INTEGRAL.filter(([pattern]) => pattern.test(symptom)).map(([, whole]) => whole);
  return diagnoses.find(({ code }) => code !== symptom && wholes.some((whole) => whole.test(code)))?.code;
}

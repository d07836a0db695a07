/**
 * The modifiers of a professional claim with their meaning in our own words (CPT appendix A as facts; HCPCS Level II;
 * NCCI Policy Manual ch. 1; Medicare Claims Processing Manual ch. 12). A row: modifier, kind, meaning. They stand in the
 * order in which payers read them on a line: what changes the price, what opens a pair, the place, what only tells.
 */
const ROWS: readonly string[] = [
  '26 price the professional part of a service whose PC/TC indicator is 1',
  'TC price the technical part of a service whose PC/TC indicator is 1',
  '53 price a procedure begun and stopped for the safety of the patient or circumstances beyond control',
  '52 price less was done than the code says, by choice of the physician',
  '73 facility a facility stopped the operation before anesthesia',
  '74 facility a facility stopped the operation after anesthesia',
  '54 price the operation alone; somebody else does the care after it, or is expected to (since 2025 without any agreement)',
  '55 price the care after the operation alone; Medicare wants the transfer in writing',
  '56 price the care before the operation alone',
  '62 price two surgeons of different specialties, each with a distinct part and a note of his own, both with the same code',
  '66 price a surgical team, by report',
  '80 price an assistant surgeon; only where the assistant indicator allows one',
  '81 price a minimum assistant surgeon',
  '82 price an assistant because no qualified resident was available; the note says so',
  'AS price a physician assistant, nurse practitioner or clinical nurse specialist as assistant at surgery',
  'AA anesthesia an anesthesiologist gave the anesthesia personally',
  'AD anesthesia a physician supervised more than four anesthesia cases at once',
  'QK anesthesia a physician directed two, three or four anesthesia cases at once',
  'QX anesthesia a nurse anesthetist directed by a physician',
  'QY anesthesia an anesthesiologist directed one nurse anesthetist',
  'QZ anesthesia a nurse anesthetist without direction by a physician',
  '50 price both sides in one session; only where the bilateral indicator is 1 or 3',
  '51 price several procedures in one session; Medicare does not want it sent',
  '22 price work clearly greater than usual; the note tells the reason and the time or effort against the usual case',
  '23 anesthesia general anesthesia for a procedure that usually needs none or a local one',
  '47 price regional or general anesthesia by the surgeon himself; Medicare does not pay it',
  '63 price an operation on an infant under 4 kg, unless the code is exempt',
  '58 price staged, planned or more extensive, in the global period of the earlier operation; a new global begins',
  '78 price an unplanned return to the operating room for a complication in the global period; no new global begins',
  '79 price an unrelated procedure in the global period of another; a new global begins',
  '76 pair the same procedure repeated by the same physician',
  '77 pair the same procedure repeated by another physician',
  '24 pair an unrelated visit inside a global period; the diagnosis shows that it is unrelated',
  '25 pair a separate, significant visit on the day of a procedure with a global of 000 or 010, or of one that an NCCI edit pairs with it, beyond its usual work before and after',
  '57 pair the visit at which an operation with a global of 090 was decided, that day or the day before',
  '27 facility several outpatient hospital visits on one day; for facilities',
  'FT pair an unrelated visit on the day of another visit, or critical care unrelated to the operation in its global period',
  '59 pair a separate site, encounter, practitioner or lesion; only where an NCCI pair of indicator 1 is to be opened and nothing tells it better',
  'XE pair a separate encounter; tells more than 59',
  'XP pair another practitioner; tells more than 59',
  'XS pair a separate structure or organ; tells more than 59',
  'XU pair an unusual service that does not overlap; tells more than 59',
  '91 pair a laboratory test repeated for a new result on one day',
  'LT place the left side of a paired organ',
  'RT place the right side of a paired organ',
  'E1 place the upper left eyelid',
  'E2 place the lower left eyelid',
  'E3 place the upper right eyelid',
  'E4 place the lower right eyelid',
  'FA place the left thumb',
  'F1 place the left index finger',
  'F2 place the left middle finger',
  'F3 place the left ring finger',
  'F4 place the left little finger',
  'F5 place the right thumb',
  'F6 place the right index finger',
  'F7 place the right middle finger',
  'F8 place the right ring finger',
  'F9 place the right little finger',
  'TA place the left great toe',
  'T1 place the left second toe',
  'T2 place the left third toe',
  'T3 place the left fourth toe',
  'T4 place the left fifth toe',
  'T5 place the right great toe',
  'T6 place the right second toe',
  'T7 place the right third toe',
  'T8 place the right fourth toe',
  'T9 place the right fifth toe',
  'LM place the left main coronary artery',
  'LD place the left anterior descending coronary artery',
  'LC place the left circumflex coronary artery',
  'RC place the right coronary artery',
  'RI place the ramus intermedius',
  '33 told a preventive service that the plan pays in full; Medicare knows it for few codes and wants PT for colorectal screening',
  'PT told a colorectal screening of a Medicare patient that became diagnostic or therapeutic',
  'GC told a resident did part of it under a teaching physician, who attests his presence',
  'GE told a resident saw the patient alone under the primary care exception',
  'GR told a resident in a Veterans Affairs hospital',
  'PA told an operation on the wrong body part; not paid',
  'PB told an operation on the wrong patient; not paid',
  'PC told the wrong operation; not paid',
  'Q7 told foot care: one class A finding',
  'Q8 told foot care: two class B findings',
  'Q9 told foot care: one class B and two class C findings',
  'KX told the requirements of a named policy are met',
  '32 told a service that an insurer, an employer or a court ordered',
  'GP told under a physical therapy plan of care',
  'GO told under an occupational therapy plan of care',
  'GN told under a speech therapy plan of care',
  'CQ told a physical therapist assistant gave some or all of it; stands with GP',
  'CO told an occupational therapy assistant gave some or all of it; stands with GO',
  'QS anesthesia monitored anesthesia care',
  'G8 anesthesia monitored anesthesia care for a deep or very invasive operation',
  'G9 anesthesia monitored anesthesia care for severe heart or lung disease',
  'P1 anesthesia a healthy patient',
  'P2 anesthesia a patient with a mild systemic disease',
  'P3 anesthesia a patient with a severe systemic disease',
  'P4 anesthesia a patient whose systemic disease is a constant threat to life',
  'P5 anesthesia a dying patient who will not survive without the operation',
  'P6 anesthesia a donor declared brain-dead',
  '93 told telehealth by sound alone',
  '95 told telehealth by sound and picture in real time',
  'FQ told by sound alone',
  'FR told the supervising practitioner was present by sound and picture',
  'FS told a visit shared by a physician and another practitioner of his group, in a facility',
  'AI told the physician of record who admits the patient',
  'JW told the part of a single-dose drug that was discarded',
  'JZ told nothing of a single-dose drug was discarded',
  'GA told an advance notice is on file: the sender expects a denial as not necessary',
  'GX told a voluntary notice was given',
  'GY told excluded by law, or no benefit of the plan',
  'GZ told expected to be denied as not necessary, without a notice',
  'GU told a routine notice is on file',
  'GW told not related to the terminal condition of a hospice patient',
  'GV told the attending physician of a hospice patient, not employed by the hospice',
  'Q0 told an investigational service of an approved study',
  'Q1 told a routine service of an approved study',
  'Q3 told an operation on a living kidney donor',
  'Q5 told a substitute physician under a reciprocal arrangement',
  'Q6 told a substitute physician paid by time',
  'AQ told in an area short of health professionals',
  'AR told in an area short of physicians',
  'AT told active treatment, for spinal manipulation',
  'CR told related to a disaster',
  'QW told a waived laboratory test',
  '90 told a test by an outside laboratory',
  '92 told a test with a portable single-use kit',
  '96 told services to learn a skill',
  '97 told services to regain a skill',
  '99 told more than four modifiers apply',
  'GT told by sound and picture, for payers that still want it',
  'GQ told by stored pictures or data',
  'G0 told telehealth for an acute stroke',
];

/** `facility` stands on the claim of a hospital or an ASC only, `anesthesia` on a claim for anesthesia only. */
export type ModifierKind = 'price' | 'pair' | 'place' | 'told' | 'facility' | 'anesthesia';

export interface ModifierRecord {
  readonly modifier: string;
  readonly kind: ModifierKind;
  readonly meaning: string;
}

export const MODIFIERS: ReadonlyMap<string, ModifierRecord> = new Map(
  ROWS.map((row) => {
    const [modifier = '', kind = '', ...words] = row.split(' ');
    return [modifier, { modifier, kind: kindOf(kind), meaning: words.join(' ') }] as const;
  }),
);

function kindOf(word: string): ModifierKind {
  const kinds: readonly ModifierKind[] = ['price', 'pair', 'place', 'facility', 'anesthesia'];
  return kinds.find((kind) => kind === word) ?? 'told';
}

const RANKS: ReadonlyMap<string, number> = new Map([...MODIFIERS.keys()].map((modifier, at) => [modifier, at]));

/** Where a modifier stands on a line: pricing first. */
export function rankOf(modifier: string): number {
  return RANKS.get(modifier) ?? RANKS.size;
}

/** Further modifiers of HCPCS Level II and of CPT category II, real ones that operations hardly carry. */
const SELDOM: ReadonlySet<string> = new Set(
  [
    'A1 A2 A3 A4 A5 A6 A7 A8 A9 AB AE AF AG AH AJ AK AM AO AP AU AV AW AX AY AZ BA BL BO BP BR BU CA CB CC CD CE',
    'CF CG CH CI CJ CK CL CM CN CP CS CT DA EA EB EC ED EE EJ EM EP ER ET EX EY FB FC FP FX FY G1 G2 G3 G4 G5 G6',
    'G7 GB GD GF GG GH GJ GK GL GM GS H9 HA HB HC HD HE HF HG HH HI HJ HK HL HM HN HO HP HQ HR HS HT HU HV HW HX',
    'HY HZ J1 J2 J3 J4 J5 JA JB JC JD JE JF JG JK JL K0 K1 K2 K3 K4 KA KB KC KD KE KF KG KH KI KJ KK KL KM KN KO',
    'KP KQ KR KS KT KU KV KW KY KZ L1 LL LR LS LU M2 MA MB MC MD ME MF MG MH MS N1 N2 N3 NB NR NU PD PI PL PM PN',
    'PO PS Q2 Q4 QA QB QC QD QE QF QG QH QJ QL QM QN QP QQ QR QT RA RB RD RE RR SA SB SC SD SE SF SG SH SJ SK SL',
    'SM SN SQ SS ST SU SV SW SY SZ TB TD TE TF TG TH TJ TK TL TM TN TP TQ TR TS TT TU TV TW U1 U2 U3 U4 U5 U6 U7',
    'U8 U9 UA UB UC UD UE UF UG UH UJ UK UN UP UQ UR US V1 V2 V3 V4 V5 V6 V7 V8 V9 VM VP X1 X2 X3 X4 X5 ZA ZB ZC',
    '1P 2P 3P 8P',
  ].flatMap((row) => row.split(' ')),
);

/** Whether CPT or HCPCS Level II has it. */
export function isModifier(modifier: string): boolean {
  return MODIFIERS.has(modifier) || SELDOM.has(modifier);
}

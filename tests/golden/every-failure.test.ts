import { beforeAll, describe, expect, it } from 'vitest';
import { sourceFiles } from '../architecture/source-files.ts';
import { answerDraft } from '../support/answer-a-draft.ts';
import { type AnsweredMail, answerMail } from '../support/answer-a-mail.ts';
import { CLAIM_NAMES, claimOf, MAIL_NAMES, MAILED_ON, mailOf, officialOf, recordedOfficial } from './golden-mails.ts';

/** The ids of the findings of severity F, by the folder of the rules. */
const FAILURES: Readonly<Record<string, string>> = {
  anesthesia:
    'direction-modifier heart-scope anesthesia-minutes moderate-sedation one-session-code physical-status post-operative-block qualifying-circumstances surgeon-anesthesia',
  codes: 'code-valid fee-status guidance patient-band unlisted',
  diagnoses: 'dx-order dx-valid dx-excludes1 dx-seventh dx-side dx-told-otherwise dx-uncertain',
  drugs: 'drug-place drug-units drug-waste unclassified-drug',
  edits: 'add-on-parent both-sides caused-bleeding failed-scope library-exclusion ncci-policy ptp mue mue-zero',
  modifiers:
    'assistant claimed-facts co-surgeon foot-care global-period infant-weight later-operation modifier-known modifier-pairing professional-component side-agrees facility-modifier discontinued screening post-operative-add-on care-after target-fits teaching team-surgery separate-visit decision-visit visit-in-global wrong-surgery',
  payment: 'endoscopy-family facility-technical multiple-procedures',
  proof: 'other-performer quote-exists title-vs-body',
  visits:
    'consult-payer data-counted-once new-patient one-visit prolonged-visit split-shared telehealth-codes telehealth-visit unrelated-critical-care visit-beside-procedure visit-complexity visit-level visit-place visit-time',
};

const IDS = Object.values(FAILURES).flatMap((ids) => ids.split(' '));

const shown = new Map<string, string[]>();

beforeAll(async () => {
  const recorded = recordedOfficial();
  for (const name of MAIL_NAMES) {
    const mail = { text: mailOf(name), subject: 'Op note', mailedOn: MAILED_ON, official: officialOf(name, recorded) };
    collect(name, await answerMail(mail));
  }
  for (const name of CLAIM_NAMES) {
    const official = officialOf(name, recorded);
    collect(name, await answerDraft({ ...claimOf(name), mailedOn: MAILED_ON, official }));
  }
}, 120_000);

/** The failures whose words stand in the reply. */
function collect(name: string, { answer, reply }: Pick<AnsweredMail, 'answer' | 'reply'>): void {
  const text = flat(reply.text);
  for (const finding of answer.kind === 'case' ? answer.findings : []) {
    if (finding.severity !== 'F' || !text.includes(flat(finding.text).replace(/\.$/, ''))) continue;
    shown.set(finding.rule, [...(shown.get(finding.rule) ?? []), name]);
  }
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('what must not leave like this', () => {
  it('is shown by at least 60 golden replies', () => {
    expect(MAIL_NAMES.length + CLAIM_NAMES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(IDS)('%s is shown in a golden reply', (id) => {
    expect(shown.get(id) ?? []).not.toEqual([]);
  });

  it('is all that the rules can say of that severity', () => {
    const told = sourceFiles('src/core/rules').flatMap(({ text }) => (/'F'/.test(text) ? idsIn(text) : []));
    const known = new Set([...IDS, ...NEVER_F]);
    expect([...new Set(told)].filter((id) => !known.has(id))).toEqual([]);
    expect([...known].filter((id) => !told.includes(id))).toEqual([]);
  });
});

/** Ids of findings that stand beside an F in one file and are never of that severity. */
const NEVER_F = ['unit-cap', 'operation-only', 'care-before', 'reduced'];

/** Names of rules in a source: behind `rule:`, or first in a finding. */
function idsIn(source: string): string[] {
  const named = [...source.matchAll(/\brule: '([a-z0-9-]+)'|\bfinding\(\s*'([a-z0-9-]+)'/g)];
  return named.map(([, rule, first]) => rule ?? first ?? '');
}

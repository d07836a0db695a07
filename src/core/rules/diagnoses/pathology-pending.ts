import { isMalignant, isUncertainBehavior } from '../../draft/neoplasm.ts';
import type { ClaimLine, Evidence, Finding, Question } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, withQuestions } from '../rule.ts';
import { told } from '../told.ts';

const AUTHORITY = 'ICD-10-CM Guidelines I.C.2 and IV.H';

const PENDING =
  /\b(final |permanent |surgical )?(patholog\w*|histolog\w*|permanent sections?|biops(y|ies)( results?)?) (results? |report |diagnosis |is |are |was |remains? |still ){0,3}(pending|to follow|outstanding|awaited|not yet)\b|\b(await(s|ing)?|pending) (the )?(final |permanent |surgical )*(patholog|histolog|permanent section)/;

/** What makes a malignancy a fact before this specimen is read. */
const PROVEN =
  /\bbiops(y|ies) (proven|confirmed|positive)|\b(biops(y|ies)|patholog\w*|cytolog\w*|fna|aspirat\w+|frozen( sections?)?|histolog\w*) (\w+ ){0,6}(positive|show\w*|reveal\w*|demonstrat\w*|confirm\w*|return\w*|came back|consistent with|diagnos\w*|malignan\w*|carcinoma|adenocarcinoma|melanoma|cancer)|\b(known|history of|recurrent|residual|diagnosed with|previous\w*|prior) (\w+ ){0,4}(cancer|carcinoma|adenocarcinoma|malignan\w*|melanoma|lymphoma|sarcoma)|\b(metasta\w*|chemo\w*|neoadjuvant|gleason|re ?excision)\b|\bstage (i|ii|iii|iv|[0-4])[abc]?\b/;

/** Excisions of skin lesions: benign and malignant ones are other codes (CPT, integumentary system). */
const BY_HISTOLOGY = /^11[46]\d\d$/;

/**
 * What only the pathologist can tell waits for the report: a malignancy with nothing to prove it, an excision whose
 * code follows the histology. Held, never failed. "Uncertain behavior" is a finding of the pathologist, too.
 */
export const pathologyPending: Rule = (draft, context) => {
  const source = librarySource(context);
  if (told(context.extract, PROVEN).length > 0) return { draft, findings: [] };
  const findings: Finding[] = draft.diagnoses
    .filter(({ code }) => isUncertainBehavior(code))
    .map(({ code }) => {
      const text = `${code}: uncertain behavior is what a pathologist finds; before a report the behavior is unspecified (D49)`;
      return finding('dx-pathology', 'W', source, AUTHORITY, text, [code]);
    });
  const [pending] = told(context.extract, PENDING);
  if (pending === undefined) return { draft, findings };
  const open = draft.diagnoses.map(({ code }) => code).filter(isMalignant);
  const waiting = draft.lines.filter((line) => waits(line, open));
  if (open.length === 0 && waiting.length === 0) return { draft, findings };
  const codes = [...open, ...waiting.map(({ code }) => code)];
  findings.push(
    finding('dx-pathology', 'Q', source, AUTHORITY, `${codes.join(', ')}: hold until the pathology report`, codes),
  );
  const held = mapLines(draft, (line) =>
    waiting.includes(line) ? { ...line, held: line.held ?? 'the pathology report is pending' } : line,
  );
  return { draft: withQuestions(held, [reportQuestion(pending, waiting)]), findings };
};

function waits({ code, dx }: ClaimLine, open: readonly string[]): boolean {
  return BY_HISTOLOGY.test(code) || (dx.length > 0 && dx.every((each) => open.some((one) => one === each)));
}

function reportQuestion(quote: Evidence, waiting: readonly ClaimLine[]): Question {
  return {
    id: 'diagnosis.pathology',
    to: 'sender',
    quote,
    text: 'Please send the pathology report when it is there.',
    options: [],
    ifThen: 'The diagnosis follows the report, and with it the code of a lesion that was cut out.',
    holds: waiting.map(({ code }) => code),
  };
}

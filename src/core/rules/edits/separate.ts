import { bare } from '../../draft/questions.ts';
import type { NoteExtract, Statement } from '../../extract/note-extract.ts';
import type { ClaimLine, Criterion, Evidence } from '../../model/draft.ts';
import type { RuleContext } from '../rule.ts';
import { isWithin } from './code-ranges.ts';
import { ownCondition } from './own-conditions.ts';
import { SITE_KINDS, type SiteKind } from './site-words.ts';
import { compareSites, ownEvidence } from './sites.ts';

/** Whether the note tells that column 2 was done apart from column 1, by which modifier, and what to ask when it is silent. */
export interface Separation {
  readonly state: Criterion['state'];
  /** What the criterion is, continuing "column 2 was done ...". */
  readonly text: string;
  readonly quote: Evidence | undefined;
  readonly modifier: 'XE' | 'XS' | 'XU' | '59';
  /** Asked while the note leaves it open. */
  readonly ask?: { readonly text: string; readonly options: readonly string[] };
}

const ENCOUNTER =
  /\b(later (that|the same) (day|afternoon|evening|morning)|(returned|brought back|taken back) to the (operating room|or|endoscopy suite|cath lab) later|(second|separate) (session|encounter))\b/;
const OTHER =
  /\b(separate|different|another|second|distinct) ((?:\d+ )*[cm]m |stab |skin |small |oblique |transverse |longitudinal |vertical |curved |curvilinear )*(incisions?|lesions?|polyps?|sites?|areas?|locations?|segments?|levels?|wounds?|mass|lobes?|tumou?rs?|compartments?|jars?|containers?)\b|^ ?(separately|elsewhere)\b/;
const SAME =
  /\b(same|identical) (incision|lesion|polyp|site|area|level|wound|location|compartment)\b|\bthrough the same\b/;
/** A drain or a port leaves through a wound of its own: that is no other site. */
const ACCESS = /\b(drains?|trocars?|ports?|hemovac|blake|jackson pratt)\b/;

/** Facts that earn 59 or its kin, held against the note (NCCI Policy Manual, ch. 1, E). */
export function readSeparation(first: ClaimLine, second: ClaimLine, context: RuleContext): Separation {
  const { extract } = context;
  const own = ownEvidence(second, first);
  const statements = homesOf(own, extract).filter(({ normal }) => !ACCESS.test(normal));
  const said = (pattern: RegExp): Evidence | undefined => own.find((quote) => isIn(quote, statements, pattern));

  const encounter = said(ENCOUNTER);
  if (encounter !== undefined) return met('XE', 'in another session of the day', encounter);
  const condition = ownCondition(first.code, second.code, extract);
  if (condition !== undefined) return condition;
  const other = said(OTHER);
  const kind = SITE_KINDS.find(({ codes }) => isWithin(first.code, codes) && isWithin(second.code, codes));
  const sites = kind === undefined ? undefined : compareSites(kind, first, second, extract);
  if (kind !== undefined && sites?.state === 'apart' && sites.quote !== undefined)
    return met('XS', `at another ${kind.noun} than ${first.code}`, sites.quote);
  if (other !== undefined) return met('59', `on another target than ${first.code}`, other);
  const measured = measuredApart(first, second, context);
  if (measured !== undefined) return met('59', `on another lesion than ${first.code}`, measured);
  const same = said(SAME);
  const isTold = sites?.state === 'together' && kind?.thing === undefined;
  if (kind === undefined || isTold || same !== undefined)
    return { state: 'not met', text: `apart from ${first.code}`, quote: same ?? sites?.quote, modifier: '59' };
  return {
    state: 'not documented',
    text: `at another ${kind.thing ?? kind.noun} than ${first.code}`,
    quote: sites?.quote ?? second.evidence[0],
    modifier: 'XS',
    ask: questionWhere(kind, ownEvidence(first, second)[0]),
  };
}

function met(modifier: Separation['modifier'], text: string, quote: Evidence): Separation {
  return { state: 'met', text, quote, modifier };
}

function homesOf(quotes: readonly Evidence[], { statements }: NoteExtract): Statement[] {
  return statements.filter(({ start, end }) => quotes.some((quote) => quote.start < end && start < quote.end));
}

function isIn(quote: Evidence, statements: readonly Statement[], pattern: RegExp): boolean {
  return statements.some(
    ({ start, end, normal }) => quote.start < end && start < quote.end && pattern.test(normal.replace(/ +/g, ' ')),
  );
}

/** Two lesions, or two wounds, each with a measure of its own in a passage of its own. */
function measuredApart(first: ClaimLine, second: ClaimLine, { extract, library }: RuleContext): Evidence | undefined {
  const target = library.find(second.code)?.target;
  if ((target !== 'lesion' && target !== 'skinGroup') || library.find(first.code)?.target !== target) return undefined;
  const measured = (quotes: readonly Evidence[]): Evidence | undefined =>
    quotes.find((quote) => extract.measures.some(({ start }) => start >= quote.start && start < quote.end));
  const own = measured(ownEvidence(second, first));
  return measured(ownEvidence(first, second)) === undefined ? undefined : own;
}

function questionWhere({ noun, thing }: SiteKind, other: Evidence | undefined): NonNullable<Separation['ask']> {
  const place = thing === undefined ? `the ${noun}` : `the ${thing} and its ${noun}`;
  const beside = other === undefined ? '' : `, and ${place} for "${bare(other.quote)}"`;
  const what = thing ?? noun;
  return {
    text: `Please document ${place} at which this was done${beside}.`,
    options: [`the same ${what}`, `another ${what}: ____`, 'other / cannot be determined'],
  };
}

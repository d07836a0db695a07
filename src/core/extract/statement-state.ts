import type { Performer, SectionKind, Statement, StatementState } from './note-extract.ts';

/** What a booking, a board, a consent or a coding sheet says was not told by the surgeon. */
const BOOKED = new RegExp(
  [
    /^(the )?((coding|billing|charge) (sheet|slip|form)|booking|board|scheduler?|posting)\b(?! (was|were))/,
    /^(booked|booking|sched|schedule|listed as|posted (as|for))\b/,
    /^(consent(ed)?|scheduled|posted) (also )?(listed|for|as|said|read|l|r|left|right|bilat)\b/,
    /\b(coding|billing|charge) (sheet|slip|form)\b.*\b(ticks?|ticked|lists?|listed|says|has)\b/,
    /\b(booking|scheduler|scheduling|posting|consent|card|sheet|template|charges?|board) (\w+ )?(said|says|say|reads?|covers|covered|lists?|listed|wrote|had|asks|asked)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** `Drain none`, `Lumbar TPI not done`, `Stent not needed - wide open`: how a terse voice says it. */
const TERSE_DENIAL =
  /^(?!.*\b(?:if|until|when|but)\b)(?:\w+ ){1,4}(?:none|nil|not (?:needed|used|required|opened|entered|passed|shot|sampled|attempted|tested|taken|sent|placed|done|performed|touched|injected|resected|removed|treated|repaired|addressed|released|fused|biopsied))(?: \w+){0,6}$/;

/** `The tightrope was opened to the table but returned`, `TVT was discussed, not done`. */
const LAID_OUT =
  /\b(opened|templated|brought|laid out|on standby|on (the )?(tray|table|cart))( (to|onto|on) (the )?(back )?(table|field|tray))? (but (\w+ )?returned|((and|but) )?(unused|(not|never) (used|needed)))\b|\b(discussed|considered|talked (of|about))\b.*\bnot done$/;

/** Words -> state, first hit wins. Read on one normalized statement. */
const STATES: readonly (readonly [RegExp, StatementState])[] = [
  [BOOKED, 'planned'],
  [
    /\b(risks?|benefits|complications?) (\w+ ){0,4}(include[ds]?|including|discussed|explained|reviewed|were|of|and)\b|\binformed consent\b|\bpossib(le|ility)( \w+){0,3} (need|of)\b|\b(may|might) (\w+ )?(need|require|be needed|have to)|\bshould (he|she|the patient|this)\b|\bin the event\b|\boptions\b.*\b(talked|discussed|reviewed|offered|given)\b|\bconsent (\w+ ){0,2}(signed|obtained|given|secured|gotten) for\b|^if (this|these|that|it|he|she|pain|no)\b|\bif (necessary|needed|indicated|the|he|she|it)\b|\b(?<!(was|were|is|are) )(considered|contemplated|thought (about|of)) (a|an|the|taking|doing|using|whether|it|this|and|but|for)\b|\b(thought|talked|spoken) (about|over|of)( it)? (earlier|before|pre ?op\w*|no)\b|\b(was|were) (briefly )?(considered|contemplated|discussed|offered|thought about)( and|( \w+){0,3} but| earlier|$)/,
    'hypothetical',
  ],
  [/\b(convert(ed)?|conversion) (\w+ ){0,4}to\b/, 'converted'],
  [
    /\b(abort(ed)?|abandon(ed)?|terminated (\w+ )?(because|due|early|secondary|prematurely|for|as|prior)|discontinued|call(ed)? off|stopped the (case|procedure)|procedure was stopped|(?<!\b(screws?|pins?|nails?|bolts?|rods?|anchors?|caps?|implants?|hardware)\b[ \w]{0,24})backed out(?! (\w+ ){0,3}(screws?|pins?|nails?|bolts?|rods?|anchors?|implants?|hardware)\b))\b/,
    'abandoned',
  ],
  [
    /\b(decision|elected|decided|chose|opted) (\w+ ){0,4}(not|against)\b|\b(was|were|is|are|did) not (\w+ )?(be )?(done|performed|perform|need|use|bother|carried out|implanted|deployed|called for|warranted|resected|excised|mobilized|repeat(?:ed)?|taken|remove[d]?|necessary|needed|required|indicated|attempted|undertaken|possible|used|given|billed|placed|biopsied|sampled|entered|opened|touched|treated|pursued|looked for|sought|searched)\b|\b(declin|refus)ed\b(?! (a |any |the )?(trial|tolac|vbac|labor|transfus|blood|conserv|non|medical|observ|further))|\bnone (was |were )?(found|seen|present|identified|done|performed|carried out|undertaken)\b|\bnot (\w+ )?today\b|\b(deferred|put off|not indicated|no need (for|to)|unnecessary|unopened|withheld|left alone|nothing (was(?! (stuck|caught|trapped|leaking|bleeding|injured|kinked|loose|narrow|twisted))|more))\b|(?<!\b(right|r|bilateral|bilat)) and left$|^(?:no (?!\d)(?:(?!no\b)\w+ ?){1,2})+$|^(?:and |but )?no (?!\d)(?:\w+ ){1,4}(was|were) (performed|done|carried out|undertaken|attempted|needed|required|placed|used|inserted|deployed|taken|made|removed|resected|implanted)\b|\brather than (perform|do|attempt)|\bneither (\w+ ){1,5}nor (\w+ ){1,5}(was|were) (done|performed|carried out|needed|required|necessary|placed|used|given|attempted)\b/,
    'negated',
  ],
  [TERSE_DENIAL, 'negated'],
  [
    /\b((?<!\b(at|on|in|with|after) ((the|my|our|a) )?(very )?(first|second|third|one|single|initial|two|three|several|multiple|few|couple) )attempt(s|ed|ing)?(?! (was|were) (needed|required|necessary|successful))|tr(ied|ies|ying) to|unable to|unsuccessful(ly)?|failed to|(?<!\bso (that )?(it|they|he|she|we|i) )could not (be )?|cannot be|without success|fail(ed|ure) of)\b/,
    'attempted',
  ],
  [
    /^(prior |past )?(pm|ps)?hx\b|\b(years?|months?|weeks?|days?|hours?) (ago|earlier|before|prior|previously)\b|\b(done|given|had|tried|performed) (before|previously|in the past|elsewhere)(?! (the|this|that|we|any|it|i|our|a|an|closing|closure|implant\w*|removal|removing|needle)\b)|\b(benefit|relief|response|result) (from|with|after) (\w+ ){0,4}(injections?|blocks?|ablations?|trials?|blocks)\b(?! today)|\b(history of|previous(ly)? (underwent|had|undergone|perform\w*|operat\w*|surg\w*|treated|diagnosed)|status post|s p|prior (to admission|surgery|\w+ectomy|\w+plasty|operation)|had (had|undergone|a previous|been)|has (had|undergone)|in (19|20)\d\d|post \w+ (19|20)\d\d|(?<!\b(through|over|in|along|using|opened|reopened|excised|incised|entered|used|extended|lengthened) (the |her |his |an )?)old (scar|incision)(?! (?!no\b|not\b)(\w+ ){0,5}(re ?)?(opened|entered|excised|used|cut|incised))|(eswt|pt|shots|splint|bracing|nsaids|meds) failed|last (night|week|month|year|spring|summer|fall|autumn|winter|injection|block|esi|epidural))\b/,
    'historical',
  ],
  [
    /\b(will (be|need|have|return|require|undergo|continue|follow|plan)|scheduled (for|to)|planned (to|for)|(i|we|he|she|they|patient) (plans?|intends?) to|(the|our|initial|original) plan was\b(?! (made|formulated|discussed|explained|reviewed|carried|followed))|plan is|^(?:pt |patient |to be |ok to |will )?d c d? ?(?:to )?(?:home|floor|today|tomorrow|instructions|same day|rehab|snf)\b|to be (performed|done|scheduled)|(may|might) be (wanted|needed|required|necessary|offered|considered) (later|in the future|down the)|recommend(ed)?|would (need|benefit|recommend|like)|wishes to|presents? (for|to)|brought (back )?for|candidate for|(is|was) here for|(come|comes|back|returns?|rtc) (back )?(in )?(\d+|\w+) (wks?|weeks?|mos?|months?) for|(on|per) (the )?schedule|(was|were) (also )?consented)\b/,
    'planned',
  ],
  [LAID_OUT, 'planned'],
  [
    /\binspected only\b|\b(seen|inspected) but not\b|\b(looked|appeared|was|were) (normal|healthy|fine|unremarkable) and (no|none|nothing)\b.*\b(entered|opened|touched|treated|removed|done)\b/,
    'inspected',
  ],
];

const OTHER_PERFORMER =
  /\b(performed|done|placed|dictated|carried out|provided|administered|given|made|taken|harvested|closed|inserted|started) (separately )?(by|per) (the )?(dr|doctor|anesthe\w*|radiolog\w*|neurosurg\w*|another|general surg\w*|plastic\w*|vascular\w*|cardiolog\w*|urolog\w*|orthop\w*|gastroenterolog\w*|pulmonolog\w*|otolaryng\w*|(vitreo ?)?retina\w*|cornea\w*|ophthalm\w*|resident|nurse|crna|cardiothoracic|thoracic|ent)\b|\b(placement|insertion|removal|\w+(ectomy|otomy|ostomy|plasty|scopy)) by (the )?dr\b|\b(will be|is|was|to be) dictated (separately|by|in a separate)|\bseparate(ly)? dictat|\bdr( \w+)? (then )?(performed|placed|dictat\w+|did|will dictate|proceeded|closed|harvested|carried|opened|inserted|repaired)\b|\b(procedure|case|operation|field|patient) was (then )?(turned|handed) over to (the )?(dr|doctor|\w+ (team|service|surgeon))\b|\bby (the )?(anesthesia|anesthesiolog\w*|neurosurgery|radiology) (service|team|department|staff|personnel)?\b|\bsee (his|her|their|separate) (dictat|note|report)/;

const BY_SECTION: Partial<Readonly<Record<SectionKind, StatementState>>> = { history: 'historical', plan: 'planned' };

/** `After informed consent was obtained the scope was inserted`: the scope was. */
const CONSENT =
  /^(?:after|following|once|with|upon|when)\b.{0,60}?\bconsent\b(?: \w+){0,6}? (?:obtained|signed|given|secured|in the chart)\b/;

/** `After the lens had been removed the bag was filled`: the step before, in this operation. */
const STEP_BEFORE = /\b(until|because|since|once|after|when|as soon as)\b(?: (?!patient|he|she)\w+){0,14}? had been\b/g;

/** `Windows had been cut in the wrap and each muscle was sewn to its window`: made ready, then used. */
const MADE_READY =
  /^(?!.*\b(?:patient|he|she|his|her)\b)(?:\w+ ){1,6}had been (?:\w+ ){1,8}and (?=(?:\w+ ){1,8}(?:was|were) \w)/;

/** `Bone trimmed, both nerves cut short, tendon left alone`: one thing spared among the acts. Commas leave two blanks. */
function withoutSpared(normal: string): string {
  const clauses = normal.split(/ {2,}/);
  const acts = clauses.filter((clause) => !/^\w+( \w+){0,3} (left alone|not today)$/.test(clause.trim()));
  return acts.length > 1 ? acts.join('  ') : normal;
}

/** `He had been septic, so the right side just got a stent`: behind the reason stands what was done. */
export const CONSEQUENCE = /^.+ {2}so (?=(?:i|we|the|it|that|this|r|l|right|left)\b)/;
/** `Didn't need it`: the reading form has a blank for the apostrophe. */
const CONTRACTED = /\b(did|does|do|was|were|is|are|had|has|could|would|should)n t\b/g;
const MERE_REASONS: ReadonlySet<StatementState> = new Set(['historical', 'hypothetical', 'planned']);

/** What became of the act a statement tells; without other words it was completed. */
export function stateOf(normal: string, section: SectionKind): StatementState {
  const state = wholeState(normal, section);
  if (section !== 'body' && section !== 'other') return state;
  return MERE_REASONS.has(state) && CONSEQUENCE.test(normal)
    ? wholeState(normal.replace(CONSEQUENCE, ''), section)
    : state;
}

function wholeState(normal: string, section: SectionKind): StatementState {
  const plain = withoutSpared(normal).replace(/ +/g, ' ').trim().replace(CONTRACTED, '$1 not').replace(CONSENT, '');
  const squeezed = section === 'body' ? plain.replace(STEP_BEFORE, '$1').replace(MADE_READY, '') : plain;
  const hit = STATES.find(
    ([pattern, state]) => pattern.test(squeezed) && !(section === 'title' && state === 'historical'),
  );
  const told = hit?.[1] ?? 'completed';
  const usual = BY_SECTION[section];
  return usual !== undefined && (told === 'completed' || told === 'inspected') ? usual : told;
}

/** `other` when the statement says that somebody else did or dictated it. */
export function performerOf(normal: string): Performer {
  const words = normal.replace(/ +/g, ' ');
  return OTHER_PERFORMER.test(words.replace(PRELUDE, ' ').replace(HELP, ' ')) ? 'other' : 'author';
}

/** `The tube was pulled back by anesthesia and the cannula went in`: a hand lent to the author's own act. */
const HELP =
  /\b(?:tube|ett|bougie|cuff|lung|og|ng)(?: \w+){0,3} (?:pulled|withdrawn|backed|drawn|deflated|advanced|retracted|passed|dropped)(?: \w+){0,3} by (?:the )?anesthe\w*(?: (?:team|service|staff|department))?\b/g;

/** `After sedation was given by the anesthesia staff the scope was inserted`: what went before is not what was done. */
const PRELUDE =
  /^ ?(?:after|once|following|with|when|under)\b.{0,120}?\bby (?:the )?anesthesi\w*(?: (?:service|team|department|staff|personnel))?\b/;

/** Statements that count as done by the author: completed or finished another way. */
export function isPerformed(statement: {
  readonly section: SectionKind;
  readonly state: StatementState;
  readonly performer: Performer;
}): boolean {
  return (
    (statement.state === 'completed' || statement.state === 'converted') &&
    statement.performer === 'author' &&
    PERFORMED_SECTIONS.has(statement.section)
  );
}

const INSTEAD =
  /\b(did|done|do|performed|went|go|gone|turned|proceeded|placed|put|chose|chosen|made) (\w+ ){0,4}instead\b(?! of)/;

/** `The arthroplasty was abandoned; a fusion was done instead`: the story tells another act than the title. */
export function tellsInstead({ section, normal }: Pick<Statement, 'section' | 'normal'>): boolean {
  return section === 'body' && INSTEAD.test(normal.replace(/ +/g, ' '));
}

const PERFORMED_SECTIONS: ReadonlySet<SectionKind> = new Set(['title', 'body', 'findings', 'other', 'lead']);

import type { ClaimLine, Draft, Evidence, Question } from '../../model/draft.ts';
import { findAll, quotesOfHits } from '../../visits/find-cues.ts';
import { visitLines } from '../../visits/parts.ts';
import { TELEHEALTH } from '../../visits/place-table.ts';
import { type VisitFamily, visitFamilyOf } from '../../visits/visit-codes.ts';
import { criterion, refusalOf, rubricOf } from '../modifiers/criteria.ts';
import { judgeInTurn, type ModifierJudge } from '../modifiers/judge-modifier.ts';
import { librarySource, type Rule, type RuleContext, withQuestions } from '../rule.ts';
import { told } from '../told.ts';

const AUTHORITY = 'CPT appendices P and T (modifiers 95 and 93); CMS Claims Processing Manual ch. 12, 190';
const VIDEO =
  /\b(by|via|over|through|with|using|on|two way|audio ?(and|\/)? ?) ?video\b|\bvideo (visit|call|conference|platform|connection)\b|\baudio ?visual\b/;
const SOUND =
  /\b(audio only|telephone (visit|call|encounter|only)|by (tele)?phone|over the (tele)?phone|phone (visit|call)|no video|video (was )?not (available|possible)|declined video)\b/;
const WHERE =
  /\b((patient|he|she) (is|was) (located )?(at|in) (his|her|their)?( own)? ?(home|house|residence|car|work|office|clinic|facility)|at home|from (his|her|their)? ?home|patient location)\b/;

/** Visits that may be held at a distance; not emergency, critical care or a discharge. */
const AT_A_DISTANCE: readonly VisitFamily[] = [
  'office-new',
  'office-established',
  'consult-office',
  'consult-hospital',
  'hospital-subsequent',
  'nursing-subsequent',
  'home-new',
  'home-established',
];

/** How the two met: sound only stands over a mention of video that was tried. */
interface Meeting {
  readonly distance: readonly Evidence[];
  readonly means: 'video' | 'sound' | undefined;
  readonly quotes: readonly Evidence[];
}

/** 95 for a visit by video, 93 by sound only, read from the note; neither without its words. */
export const telehealthVisit: Rule = (draft, context) => {
  const eligible = draft.lines.filter(isEligible);
  if (eligible.length === 0) return { draft, findings: [] };
  const meeting = meetingOf(context);
  const { draft: judged, findings } = judgeInTurn(draft, [
    judgeOf('95', 'video', 'with sound and picture', meeting, context),
    judgeOf('93', 'sound', 'with sound only', meeting, context),
  ]);
  return { draft: withQuestions(judged, questionsOn(meeting, judged, context)), findings };
};

function isEligible({ code }: ClaimLine): boolean {
  const family = visitFamilyOf(code);
  return family !== undefined && AT_A_DISTANCE.includes(family);
}

function meetingOf(context: RuleContext): Meeting {
  const [sound, video] = [told(context.extract, SOUND), told(context.extract, VIDEO)];
  const means = sound.length > 0 ? 'sound' : video.length > 0 ? 'video' : undefined;
  return { distance: distanceTold(context), means, quotes: means === 'sound' ? sound : video };
}

function judgeOf(
  modifier: '95' | '93',
  wanted: 'video' | 'sound',
  words: string,
  { distance, means, quotes }: Meeting,
  context: RuleContext,
): ModifierJudge {
  return {
    rule: 'telehealth-visit',
    source: librarySource(context),
    refusal: 'F',
    read: (line) => {
      const isSuggested = line.modifiers.includes(modifier) || (distance.length > 0 && means === wanted);
      if (!isEligible(line) || !isSuggested) return undefined;
      const isAsWanted = means === undefined ? undefined : means === wanted;
      return rubricOf(
        modifier,
        line,
        [
          criterion('seen at a distance, in real time', distance.length > 0, distance[0]),
          criterion(words, isAsWanted, quotes[0]),
        ],
        AUTHORITY,
      );
    },
    refuse: refusalOf,
  };
}

function questionsOn({ distance, means }: Meeting, draft: Draft, { extract, settings }: RuleContext): Question[] {
  const [quote] = distance;
  if (quote === undefined) return [];
  const isBilled = draft.lines.some(({ modifiers }) => modifiers.includes('95') || modifiers.includes('93'));
  const isPlaced = settings.place.pos !== undefined || told(extract, WHERE).length > 0;
  return [
    ...(means === undefined ? [meansQuestion(quote)] : []),
    ...(isBilled && !isPlaced ? [placeQuestion(quote)] : []),
  ];
}

/** Told of this visit, not of a later one. */
function distanceTold({ extract }: RuleContext): Evidence[] {
  const lines = visitLines(extract).filter(({ part }) => part !== 'plan' && part !== 'lists');
  return quotesOfHits(findAll(lines, TELEHEALTH), extract);
}

function meansQuestion(quote: Evidence): Question {
  return {
    id: 'visit-distance-means',
    to: 'sender',
    quote,
    text: 'How did the patient and the clinician meet?',
    options: ['with sound and picture', 'with sound only', 'other / cannot be determined'],
    ifThen: 'sound and picture: 95; sound only: 93',
    holds: [],
  };
}

function placeQuestion(quote: Evidence): Question {
  return {
    id: 'visit-distance-place',
    to: 'sender',
    quote,
    text: 'Where was the patient during the visit?',
    options: ['at home', 'elsewhere', 'other / cannot be determined'],
    ifThen: 'at home: place of service 10; elsewhere: 02',
    holds: [],
  };
}

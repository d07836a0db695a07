import type { NoteExtract } from '../../extract/note-extract.ts';
import { told } from '../told.ts';
import { type CodeRange, isWithin, rangesOf } from './code-ranges.ts';
import type { Separation } from './separate.ts';

/** Pairs that something else than the place sets apart: the condition, the words that tell it, and what to ask. */
interface OwnCondition {
  readonly first: readonly CodeRange[];
  readonly second: readonly CodeRange[];
  /** Continues "column 2 was done ...". */
  readonly text: string;
  readonly met: RegExp;
  readonly unmet: RegExp;
  readonly modifier: Separation['modifier'];
  /** Absent where a silent note means a step of column 1. */
  readonly ask?: NonNullable<Separation['ask']>;
}

const CONDITIONS: readonly OwnCondition[] = [
  {
    // A fibroid of the cavity is another than those treated from outside.
    first: rangesOf('58140-58146 58545-58546 58674'),
    second: rangesOf('58561'),
    text: 'on another fibroid, in the cavity',
    met: /\bsub ?muco(us|sal)\b|\b(fibroid|myoma)( \w+){0,3} (hanging|protruding|polypoid)( \w+){0,3} cavity\b/,
    unmet: /\bsame (fibroid|myoma)\b/,
    modifier: 'XS',
  },
  {
    // NCCI Policy Manual, ch. 9 and 11: pictures count beside the treatment only when the decision to treat rests on them.
    first: rangesOf('37211-37299 61623-61651 92920-92945'),
    second: rangesOf('36221-36228 75600-75774 93454-93461'),
    text: 'as a diagnostic study that no earlier adequate one stood in for',
    met: /\bno (prior|previous|recent) (\w+ ){0,3}(cath\w*|angio\w*|study|studies)\b|\bno (cath\w*|angio\w*) (before|ever)\b|\b(prior|previous|outside) (\w+ ){0,3}(cath\w*|angio\w*|study)( \w+){0,3} (inadequate|unavailable|not available|non ?diagnostic)\b|\b(change|worsening) (in|of) (\w+ ){0,3}(condition|symptoms|status) since\b/,
    unmet:
      /\bstaged (\w+ ){0,2}(pci|intervention|stent\w*|angioplasty)\b|\b(recent|prior|previous) (\w+ ){0,3}(cath\w*|angio\w*)( \w+){0,4} (show|reveal|demonstrat|identif|found)\w*/,
    modifier: 'XU',
    ask: {
      text: 'Please document whether an adequate catheter-based study of these vessels was available before this procedure, and whether the decision to treat rested on the images of this procedure.',
      options: [
        'no earlier study was available',
        'an earlier study was available but inadequate, or the condition had changed since: ____',
        'an adequate earlier study was available',
        'other / cannot be determined',
      ],
    },
  },
  {
    // NCCI Policy Manual, ch. 4: the device takes its own anchoring with it, not a plate of its own.
    first: rangesOf('22853-22859'),
    second: rangesOf('22845-22847'),
    text: 'as a plate of its own, not the anchoring of the device',
    met: /\bplate\b( [\w.]+){0,15} screw\w*|\bscrews?\b( [\w.]+){0,15} plate\b|\bplate (was|is) (then )?(placed|applied|secured|affixed|fixed|positioned|contoured)\b/,
    unmet:
      /\b(integrat\w+|integral|zero profile|zero p|stand ?alone|self anchor\w+) (\w+ ){0,3}(cage|device|plate|spacer|screws?)\b/,
    modifier: 'XU',
    ask: {
      text: 'Please document whether the plate was separate from the device between the vertebrae or part of it, and to which vertebrae it was fixed.',
      options: [
        'a separate plate, fixed to: ____',
        'part of the device, or only its anchoring',
        'other / cannot be determined',
      ],
    },
  },
  {
    // NCCI Policy Manual, ch. 4 and 8: a nerve freed for its own entrapment is no part of work on bone or bursa beside it.
    first: rangesOf('23000-26992 27301-28899'),
    second: rangesOf('64702-64722'),
    text: 'for an entrapment of the nerve itself',
    met: /\b(carpal|cubital|tarsal|radial|guyon s?) (tunnel|canal) syndrome\b|\b(ulnar|median|radial|tibial) (nerve )?(neuropathy|entrapment|compression|neuritis)\b|\b(compression|entrapment) of the (ulnar|median|radial|tibial) nerve\b/,
    unmet: /\bnerve (was )?(decompressed|released|freed|mobilized) for (the )?exposure\b/,
    modifier: 'XS',
  },
  {
    // NCCI Policy Manual, ch. 5: the limb from which the conduit is taken through a scope is a site apart from the chest.
    first: rangesOf('33509-33536 35600'),
    second: rangesOf('33508-33509'),
    text: 'at the limb, away from the chest',
    met: /\b(vein|saphenous|gsv|svg|radial)\b.{0,60}\b(scope|endoscop\w*|evh)\b|\b(endoscop\w*|evh)\b.{0,60}\b(vein|saphenous|radial)\b/,
    unmet: /\b(vein|saphenous|gsv|radial)\b.{0,40}\b(not|no) (taken|harvest\w*)\b/,
    modifier: 'XS',
  },
  {
    // NCCI Policy Manual, ch. 5: each trunk of the aorta is a vascular family of its own.
    first: rangesOf('36245-36247'),
    second: rangesOf('36245-36246'),
    text: 'in the vascular family of another trunk',
    met: /\b(sma|ima|superior mesenteric|inferior mesenteric)\b.{0,50}\b(engaged|select\w*|catheteri[sz]ed|cannulated|run|did it|entered)\b/,
    unmet: /\b(sma|ima|superior mesenteric|inferior mesenteric)\b.{0,30}\bnot (engaged|selected|entered)\b/,
    modifier: 'XS',
  },
];

/** The condition of a pair held against the note; undefined for pairs that only the place sets apart. */
export function ownCondition(first: string, second: string, extract: NoteExtract): Separation | undefined {
  const condition = CONDITIONS.find((one) => isWithin(first, one.first) && isWithin(second, one.second));
  if (condition === undefined) return undefined;
  const { text, modifier, ask } = condition;
  const [unmet] = told(extract, condition.unmet);
  if (unmet !== undefined) return { state: 'not met', text, quote: unmet, modifier };
  const [met] = told(extract, condition.met, { states: ['completed', 'inspected'] });
  if (met !== undefined) return { state: 'met', text, quote: met, modifier };
  const open = { text, quote: undefined, modifier };
  return ask === undefined ? { ...open, state: 'not met' } : { ...open, state: 'not documented', ask };
}

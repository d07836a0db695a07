import { describe, expect, it } from 'vitest';
import { normalize } from '../../../src/core/extract/normalize.ts';
import { performerOf, stateOf } from '../../../src/core/extract/statement-state.ts';

describe('the state of a statement', () => {
  it.each([
    ['The gallbladder was removed.', 'completed'],
    ['The procedure was terminated.', 'completed'],
    ['Exam terminated because of poor prep.', 'abandoned'],
    ['We plan to treat that stone by ESWL.', 'planned'],
    ['57M post TURP 2019.', 'historical'],
    ['The operation was converted to an open one.', 'converted'],
    ['We were unable to pass the catheter.', 'attempted'],
    ['Cholangiogram was attempted.', 'attempted'],
    ['A drain was not placed.', 'negated'],
    ['No debridement, no bx.', 'negated'],
    ['Septoplasty would be of no use and none was performed.', 'negated'],
    ['The plan was a lobectomy with frozen section.', 'planned'],
    ['Therefore neither angioplasty nor stent was carried out.', 'negated'],
    ['Neither the bowel nor the bladder was injured.', 'completed'],
    ['The plan was for bilateral injections.', 'planned'],
    ['The plan was disc replacement.', 'planned'],
    ['D/C home in the evening.', 'planned'],
    ['D&C of the uterus.', 'completed'],
    ['Little benefit from lumbar facet injections done before.', 'historical'],
    ['The dissection was done before closing.', 'completed'],
    ['Removal of both implants, right and left.', 'completed'],
    ['I opened through the old scar.', 'completed'],
    ['Lumbar TPI not done.', 'negated'],
    ['Trypan none.', 'negated'],
    ['Edges not removed but debrided to bleeding skin.', 'completed'],
    ['Midline opened, sutures tied, and the bowel was returned.', 'completed'],
    ['The ostium looked normal and no sinus was entered on either side.', 'inspected'],
    ['No stent was placed, as there were already three.', 'negated'],
    ['The tightrope was opened to the table but returned.', 'planned'],
    ['TVT was discussed, urodynamics negative, not done.', 'planned'],
    ['The hernia was opened and the sac returned.', 'completed'],
    ['Stent not needed - wide open.', 'negated'],
    ["I had drawn a rhombic flap, didn't need it.", 'negated'],
    ['AK on the ear noticed, not frozen today.', 'negated'],
    ['Needle not passed until the film was read.', 'completed'],
    ['Abscess drained, appendix friable and not removed.', 'completed'],
    ['Was consented for orchiectomy, not done.', 'negated'],
    ['Taken down to the fascia over 7 cm with bovie, drain not needed.', 'completed'],
    ['The decision was made to not perform lymphadenectomy.', 'negated'],
    ['She refused the tubal ligation.', 'negated'],
    ['Enterocele repair was on the consent, none found.', 'negated'],
    ['She declined a trial of labor.', 'completed'],
    ['Booked hysteroscopy and ablation.', 'planned'],
    ['A scar revision may be wanted later.', 'planned'],
    ['The coding sheet ticks two stents.', 'planned'],
    ['Board listed lead extraction.', 'planned'],
    ['Iliac branch thought about earlier.', 'hypothetical'],
    ['Booking: drainage of abscess, hardware removal.', 'planned'],
    ['Sched: RCR and biceps tenodesis.', 'planned'],
    ['Gastroc slide listed, lengthening on the schedule.', 'planned'],
    ['Consent also listed the left foot.', 'planned'],
    ['If these work, ablation next.', 'hypothetical'],
    ['Options discussed: graft, flap, healing by itself.', 'hypothetical'],
    ['Hx right knee replacement.', 'historical'],
    ['Bone trimmed, both nerves cut short, flexor tendon left alone, skin closed.', 'completed'],
    ['Third toe looked at, left alone.', 'negated'],
    ['The posting sheet says bilateral mastectomy.', 'planned'],
    ['Scheduler wrote "septoplasty, turbinates".', 'planned'],
    ['Back in 4 wks for the second eye.', 'planned'],
    ['Hx: IUD, two cesareans.', 'historical'],
    ['Cast and night splint failed.', 'historical'],
    ['That scan was not repeated.', 'negated'],
    ['The defect measured 5 x 4 cm and nothing was stuck in it.', 'completed'],
    ['For that reason the planned component separation was not carried out.', 'negated'],
    ['The referral was for a polyp and consent was signed for polypectomy.', 'hypothetical'],
    ['The ovary had been scanned last week, so we just drained the cyst.', 'completed'],
    ['He underwent bypass five years ago.', 'historical'],
    ['History of hernia repair.', 'historical'],
    ['Two attempts were needed to enter the joint.', 'completed'],
    ['After several attempts the foramen was entered.', 'completed'],
    ['She will need a second operation.', 'planned'],
    ['Risks including bleeding and need for colectomy were discussed.', 'hypothetical'],
    ['The previously placed beads were removed.', 'completed'],
    ['I considered taking the whole lobe.', 'hypothetical'],
    ['A stent was considered but the flow was good.', 'hypothetical'],
    ['The result was considered adequate.', 'completed'],
    ['The old scar was opened.', 'completed'],
    ['Old scar over the buttock opened, battery freed.', 'completed'],
    ['Six pedicle screws were backed out.', 'completed'],
    ['I backed out both of the screws.', 'completed'],
    ['The lesion was too deep and we backed out.', 'abandoned'],
    ['There is an old scar of the midline.', 'historical'],
    ['The esophagus and stomach were examined and were normal.', 'completed'],
  ])('%s -> %s', (text, state) => {
    expect(stateOf(normalize(text), 'body')).toBe(state);
  });

  it('takes the step before for part of the operation', () => {
    expect(stateOf(normalize('Once the cortex had been removed the lens was folded.'), 'body')).toBe('completed');
    expect(stateOf(normalize('After the patient had been treated with antibiotics.'), 'body')).toBe('historical');
  });

  it('in the story counts what was made ready and then used', () => {
    const ready = 'Windows had been cut in the wrap and each of the muscles was sutured.';
    expect(stateOf(normalize(ready), 'body')).toBe('completed');
    expect(stateOf(normalize('The hernia had been repaired.'), 'body')).toBe('historical');
  });

  it('is historical in the indication and planned in the plan unless the words say more', () => {
    expect(stateOf(normalize('Carotid endarterectomy.'), 'history')).toBe('historical');
    expect(stateOf(normalize('Colonoscopy.'), 'plan')).toBe('planned');
  });
});

describe('the performer', () => {
  it.each([
    ['The incision was made.', 'author'],
    ['An EGD was performed by Dr. X.', 'other'],
    ['The procedure was turned over to Dr. X and his team, who placed the cup.', 'other'],
    ['Discectomy, which will be dictated separately by Dr. X, was performed.', 'other'],
    ['Sedation was given by the anesthesia department.', 'other'],
    ['The tube was pulled back by anesthesia and a cuffed cannula was inserted.', 'author'],
    ['I discussed the case with Dr. X.', 'author'],
    ['Dr. Y then closed the wound.', 'other'],
    ['The specimen was handed to Dr. Z.', 'author'],
    ['Rigid sigmoidoscopy done by the resident.', 'other'],
    ['She had bilateral tube placement by Dr. X.', 'other'],
    ['A vitrectomy was performed by the vitreoretinal team.', 'other'],
  ])('%s -> %s', (text, performer) => {
    expect(performerOf(normalize(text))).toBe(performer);
  });
});

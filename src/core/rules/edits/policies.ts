import { type CodeRange, rangesOf } from './code-ranges.ts';

/** A policy of the NCCI Policy Manual as a table: one kind of code falls beside another on the same target. */
export interface Policy {
  readonly falls: readonly CodeRange[];
  readonly beside: readonly CodeRange[];
  readonly why: string;
  readonly authority: string;
}

function policy(falls: string, beside: string, why: string, chapter: string): Policy {
  return { falls: rangesOf(falls), beside: rangesOf(beside), why, authority: `NCCI Policy Manual ${chapter}` };
}

const LOOK = 'the diagnostic look is the start of the operation through the same scope';
const WAY_IN = 'opening and exploring is the way in';
const ADHESIONS = 'freeing adhesions to reach the field is part of the operation';

/** Open operations in the abdomen and pelvis, and those through the laparoscope. */
const BELLY =
  '43620-43634 43832 44120-44130 44140-44160 44602-44640 47100-47130 47380 47600-47620 48105-48155 50220-50240 51550-51596 58150-58240 58940-58957';
const LAPAROSCOPIC =
  '38570-38573 43279-43282 43644-43645 43770-43775 44186-44188 44202-44213 44227 44970 47370-47371 47562-47570 49321-49323 49650-49651 50541-50548 50945-50948 51990-51992 54690-54692 55550 55866-55869 57425 58541-58554 58570-58575 58660-58674';

export const POLICIES: readonly Policy[] = [
  policy('49320', LAPAROSCOPIC, LOOK, 'ch. 6, 7'),
  policy('29805', '29806-29828', LOOK, 'ch. 4'),
  policy('29830', '29834-29838', LOOK, 'ch. 4'),
  policy('29840', '29843-29847', LOOK, 'ch. 4'),
  policy('29860', '29861-29863 29914-29916', LOOK, 'ch. 4'),
  policy('29870', '29866-29868 29871-29889', LOOK, 'ch. 4'),
  policy('29900', '29901-29902', LOOK, 'ch. 4'),
  policy('31231', '31233-31298', LOOK, 'ch. 5'),
  policy('31505 31525-31526 31575', '31527-31545 31560-31571', LOOK, 'ch. 5'),
  policy('31622', '31623-31646 31652-31653 31660-31661', LOOK, 'ch. 5'),
  policy('32601', '32650-32656 32658-32673', LOOK, 'ch. 5'),
  policy('43200', '43201-43232', LOOK, 'ch. 6'),
  policy('43235', '43236-43259 43266 43270', LOOK, 'ch. 6'),
  policy('44360', '44361-44373', LOOK, 'ch. 6'),
  policy('44388', '44389-44408', LOOK, 'ch. 6'),
  policy('45330', '45331-45350', LOOK, 'ch. 6'),
  policy('45378', '45379-45398', LOOK, 'ch. 6'),
  policy('46600', '46604-46615', LOOK, 'ch. 6'),
  policy('52000', '52005-52356 52400-52500 52601-52649', LOOK, 'ch. 7'),
  policy('50551', '50553-50562', LOOK, 'ch. 7'),
  policy('57452', '57454-57461', LOOK, 'ch. 7'),
  policy('58555', '58558-58563', LOOK, 'ch. 7'),
  policy('49000', BELLY, WAY_IN, 'ch. 6'),
  policy('32100', '32440-32491', WAY_IN, 'ch. 5'),
  policy('61304-61305', '61312-61323 61510-61530', WAY_IN, 'ch. 8'),
  policy(
    '22830',
    '22532-22612 22630 22633',
    'exploring the fusion is part of the spine operation at the same level',
    'ch. 4',
  ),
  policy('44005', BELLY, ADHESIONS, 'ch. 6, 7'),
  policy('44180', LAPAROSCOPIC, ADHESIONS, 'ch. 6, 7'),
  policy('58660', '58541-58554 58570-58573 58661-58673', ADHESIONS, 'ch. 7'),
  policy(
    '63707-63709',
    '22600-22633 63001-63048 63075-63091',
    'closing the membrane that the operation itself opened is part of it',
    'ch. 8',
  ),
];

/** Scopes and the open operation they go over into: only the open one is billed (NCCI Policy Manual, ch. 1 and 6). */
export const OPENED_INTO: readonly (readonly [scope: readonly CodeRange[], open: readonly CodeRange[]])[] = [
  [rangesOf('47562-47564'), rangesOf('47600-47620')],
  [rangesOf('44970'), rangesOf('44950-44960')],
  [rangesOf('44204-44208'), rangesOf('44140-44147')],
  [rangesOf('44180-44202'), rangesOf('44005-44130')],
  [rangesOf('43280-43282'), rangesOf('43327-43337')],
  [rangesOf('43644-43645 43770-43775'), rangesOf('43842-43848')],
  [rangesOf('49650-49651'), rangesOf('49505-49521')],
  [rangesOf('50543-50548'), rangesOf('50220-50240')],
  [rangesOf('55866'), rangesOf('55840-55845')],
  [rangesOf('58541-58554 58570-58573'), rangesOf('58150-58210')],
  [rangesOf('58661-58662 58673-58674'), rangesOf('58700-58943')],
  [rangesOf('32663 32666-32671'), rangesOf('32440-32505')],
  [rangesOf('29827'), rangesOf('23410-23420')],
  [rangesOf('29881-29889'), rangesOf('27331-27429')],
  [rangesOf('52352-52356'), rangesOf('50610-50630')],
];

import { isBlank, unquote } from '../text-lines.ts';

const MAX_BANNER_LINES = 12;
const MAX_LINE_CHARS = 600;

/** "[EXTERNAL]" alone, or a caution that starts with such words. An "EXTERNAL FIXATOR" is none. */
const LABEL =
  /^[^\p{L}\p{N}]{0,12}(?:caution|warning|attention|notice)?[^\p{L}\p{N}]{0,6}external(?:[- ](?:e-?mail|mail|sender|message|source))?[^\p{L}\p{N}]*(?:$|(?:use|exercise|proceed with|with) caution\b|do not click\b)/iu;

/** A sentence on where the mail came from. */
const ORIGIN =
  /\b(?:e-?mail|message|mail|courriel|message|nachricht|correo|messaggio|bericht)\b.{0,60}\b(?:originat\w*|came|comes|sent|received|is|was|provient|stammt|proviene|viene|komt)\b.{0,60}\b(?:outside|external|extérieur|externe[nr]?|extern|externo|esterno)\b|often get e-?mail from|learn why this is important/i;

/** Proofpoint's invisible marks around its banner. */
const MARK = /^ZjQcmQRY/;

/** How the caution goes on in the lines below. */
const ADVICE =
  /\b(?:links?|attachments?|click|recogni[sz]e|sender|content is safe|caution|suspicious|phishing|report|outside your organi[sz]ation|think before|externe[nr]?|liens)\b/i;

export interface BanneredText {
  readonly banner: string;
  readonly text: string;
}

/** Takes off what a clinic's mail gateway puts above the text of mails from outside: nobody's words. */
export function splitBanner(text: string): BanneredText {
  const lines = text.split('\n', MAX_BANNER_LINES);
  let end = 0;
  let isInside = false;
  for (const [at, whole] of lines.entries()) {
    const line = unquote(whole).trim();
    if (isBlank(line)) {
      isInside = false;
      continue;
    }
    isInside = line.length <= MAX_LINE_CHARS && (isBanner(line) || (isInside && ADVICE.test(line)));
    if (!isInside) break;
    end = at + 1;
  }
  if (end === 0) return { banner: '', text };
  const rest = text.split('\n');
  return {
    banner: rest.slice(0, end).join('\n').trim(),
    text: rest
      .slice(end)
      .join('\n')
      .replace(/^\s*\n/, ''),
  };
}

function isBanner(line: string): boolean {
  return LABEL.test(line) || ORIGIN.test(line) || MARK.test(line);
}

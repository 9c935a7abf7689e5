/** A family that shows what the letter's own typeface does not: the script of a language, in one file or many. */
export type FontFamily = {
  /** Its folder and the beginning of its file names: `noto-sans-thai`. */
  name: string;
  /** The key of its one file in the family's `unicode.json`; null where the characters are spread over many files. */
  part: string | null;
  /** The characters it is asked for. */
  scripts: RegExp;
  /** BCP 47 tag of a language written with it, so that a screen reader picks a voice that can say the name. */
  language: string;
};

function script(part: string, code: string, language: string): FontFamily {
  return { name: `noto-sans-${part}`, part, scripts: new RegExp(`\\p{scx=${code}}`, 'u'), language };
}

const families: FontFamily[] = [
  script('arabic', 'Arab', 'ar'),
  script('armenian', 'Armn', 'hy'),
  script('bengali', 'Beng', 'bn'),
  script('canadian-aboriginal', 'Cans', 'iu'),
  script('cherokee', 'Cher', 'chr'),
  script('ethiopic', 'Ethi', 'am'),
  script('georgian', 'Geor', 'ka'),
  script('gujarati', 'Gujr', 'gu'),
  script('gurmukhi', 'Guru', 'pa'),
  script('hebrew', 'Hebr', 'he'),
  script('kannada', 'Knda', 'kn'),
  script('khmer', 'Khmr', 'km'),
  script('lao', 'Laoo', 'lo'),
  script('malayalam', 'Mlym', 'ml'),
  script('myanmar', 'Mymr', 'my'),
  script('oriya', 'Orya', 'or'),
  script('sinhala', 'Sinh', 'si'),
  script('tamil', 'Taml', 'ta'),
  script('telugu', 'Telu', 'te'),
  script('thaana', 'Thaa', 'dv'),
  script('thai', 'Thai', 'th'),
];

/** What the four East Asian families share, full-width forms among it. */
const eastAsian = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\u3000-\u303f\uff00-\uffef]/u;
const chinese = [eastAsianFamily('sc', 'zh'), eastAsianFamily('tc', 'zh')];
const japanese = eastAsianFamily('jp', 'ja');
const korean = eastAsianFamily('kr', 'ko');

function eastAsianFamily(region: string, language: string): FontFamily {
  return { name: `noto-sans-${region}`, part: null, scripts: eastAsian, language };
}

/**
 * The families in the order in which they are asked for a character of `text`. The same Han character is drawn
 * differently from country to country, and only what stands beside it tells which is meant: kana mean Japanese,
 * Hangul means Korean.
 */
export function familiesFor(text: string): readonly FontFamily[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))
    return [...families, japanese, ...chinese, korean];
  if (/\p{Script=Hangul}/u.test(text)) return [...families, korean, ...chinese, japanese];
  return [...families, ...chinese, japanese, korean];
}

/** The language of text that the letter's own typeface shows: null for Latin letters and whatever goes with them. */
export function languageByScript(text: string): string | null {
  if (/\p{Script=Devanagari}/u.test(text)) return 'hi';
  if (/\p{Script=Greek}/u.test(text)) return 'el';
  if (/\p{Script=Cyrillic}/u.test(text)) return /[ґєії]/iu.test(text) ? 'uk' : 'ru';
  return null;
}

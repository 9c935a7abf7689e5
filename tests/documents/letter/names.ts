/** A name in a script, and the family that shows it. */
export type Name = { script: string; name: string; family: string };

/** Names as newcomers to Nova Scotia and those who have always been here write them. */
export const names: Name[] = [
  { script: 'arabic', name: 'محمد عبد الله الحسيني', family: 'Arabic' },
  { script: 'arabic', name: 'علی‌رضا گیلانی', family: 'Arabic' },
  { script: 'armenian', name: 'Արամ Խաչատրյան', family: 'Armenian' },
  { script: 'bengali', name: 'শ্রীমতী রবীন্দ্রনাথ', family: 'Bengali' },
  { script: 'canadian-aboriginal', name: 'ᐃᓄᒃᑎᑐᑦ ᓄᓇᕗᑦ', family: 'CanadianAboriginal' },
  { script: 'cherokee', name: 'ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ', family: 'Cherokee' },
  { script: 'ethiopic', name: 'ኃይለ ሥላሴ', family: 'Ethiopic' },
  { script: 'georgian', name: 'ნინო ბერიძე', family: 'Georgian' },
  { script: 'gujarati', name: 'નરેન્દ્ર શ્રી', family: 'Gujarati' },
  { script: 'gurmukhi', name: 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ', family: 'Gurmukhi' },
  { script: 'hebrew', name: 'שרה בת־שבע כהן', family: 'Hebrew' },
  { script: 'kannada', name: 'ಶ್ರೀನಿವಾಸ ಕೃಷ್ಣ', family: 'Kannada' },
  { script: 'khmer', name: 'ស្រីមុំ ខ្មែរ', family: 'Khmer' },
  { script: 'lao', name: 'ສົມສັກ ຄຳ', family: 'Lao' },
  { script: 'malayalam', name: 'ശ്രീകുമാർ കൃഷ്ണൻ', family: 'Malayalam' },
  { script: 'myanmar', name: 'အောင်ဆန်းစုကြည်', family: 'Myanmar' },
  { script: 'oriya', name: 'ଶ୍ରୀ କୃଷ୍ଣ', family: 'Oriya' },
  { script: 'sinhala', name: 'ශ්‍රී ලංකා', family: 'Sinhala' },
  { script: 'tamil', name: 'தமிழ்ச்செல்வி ஸ்ரீ', family: 'Tamil' },
  { script: 'telugu', name: 'శ్రీనివాస్ కృష్ణ', family: 'Telugu' },
  { script: 'thaana', name: 'މުހައްމަދު', family: 'Thaana' },
  { script: 'thai', name: 'สมชาย น้ำใจดี', family: 'Thai' },
];

/** Names in East Asian scripts, whose fonts come in many files. */
export const eastAsianNames = ['王小明', '劉德華', '濵田', '山田 やまだ タロウ', '김철수', '鄭秀姸'];

/** What the letter's own typeface shows, as hard as it gets. */
export const difficult =
  "Zoë O'Brien-Łukasiewicz, Mɨkmaq Ɨ ɨ, Nguyễn Thị Ánh, Kji-Wikuom, Mi’kma’ki, « œuvre » ½ €";

/** A client as a row of "Person" has them. */
export type KeptClient = {
  givenName: string;
  middleNames: string | null;
  familyName: string;
  /** YYYY-MM-DD */
  birthDate: string;
  email: string | null;
  phone: string | null;
  addressLine1: string | null;
  sin: string | null;
  healthCardNumber: string | null;
};

/** By what a client could be known: its kind, and the words that have to follow one another. */
export type Trace = { kind: string; words: string[] };

const months = {
  en: 'january february march april may june july august september october november december',
  fr: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
};

/** The words and numbers of a text, without accents and capitals, whatever stands between them. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? []
  );
}

/** Every notation of what a client could be known by, but for what is too short to be theirs alone. */
export function tracesOf(client: KeptClient, commonWords: ReadonlySet<string>): Trace[] {
  const { givenName, familyName, middleNames, birthDate } = client;
  const traces = [
    ...namesOf(givenName, familyName),
    ...(middleNames === null ? [] : namesOf(`${givenName} ${middleNames}`, familyName)),
    ...datesOf(birthDate).map((text) => ({ kind: 'birth date', words: wordsOf(text) })),
    ...numbers('phone', client.phone, /^1?(\d{3})(\d{3})(\d{4})$/),
    ...numbers('phone', client.phone === null ? null : `1${client.phone}`, /^$/),
    ...numbers('SIN', client.sin, /^(\d{3})(\d{3})(\d{3})$/),
    ...numbers('health card', client.healthCardNumber, /^(\d{4})(\d{3})(\d{3})$/),
    { kind: 'email', words: wordsOf(client.email ?? '') },
    { kind: 'address', words: wordsOf(client.addressLine1 ?? '') },
  ];
  const own = traces.filter(({ words }) => words.length > 1 || /^\d{9,}$/.test(words[0] ?? ''));
  return [...own, ...rareSurname(familyName, commonWords)].filter(
    ({ words }) => /[^\p{ASCII}]/u.test(words.join('')) || words.join('').length >= 7,
  );
}

function namesOf(given: string, family: string): Trace[] {
  return [`${given} ${family}`, `${family} ${given}`].map((text) => ({ kind: 'name', words: wordsOf(text) }));
}

/** A surname that nothing else is called, and that no word of the project’s is: even by itself it tells who is meant. */
function rareSurname(familyName: string, commonWords: ReadonlySet<string>): Trace[] {
  const words = wordsOf(familyName);
  const rare = words.some((word) => word.length >= 5 && !commonWords.has(word));
  return rare ? [{ kind: 'surname', words }] : [];
}

function datesOf(birthDate: string): string[] {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const number = Number(month) - 1;
  const [en, fr] = [months.en.split(' ')[number] ?? '', months.fr.split(' ')[number] ?? ''];
  const days = [...new Set([day, String(Number(day))])];
  return [
    `${year} ${month} ${day}`,
    `${day} ${month} ${year}`,
    `${month} ${day} ${year}`,
    ...days.flatMap((one) => [`${en} ${one} ${year}`, `${one} ${en} ${year}`, `${one} ${fr} ${year}`]),
    `1er ${fr} ${year}`,
  ].filter((text) => Number(day) === 1 || !text.startsWith('1er'));
}

/** A number by itself and in its groups. */
function numbers(kind: string, number: string | null, groups: RegExp): Trace[] {
  const digits = (number ?? '').replaceAll(/\D/g, '');
  const [, ...parts] = groups.exec(digits) ?? [];
  return [{ kind, words: [digits] }, ...(parts.length > 0 ? [{ kind, words: parts }] : [])];
}

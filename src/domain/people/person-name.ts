/** The parts of a name. */
export type PersonName = { givenName: string; middleNames: string | null; familyName: string };

/** All parts of the name: "Rosa Lucia Diaz". */
export function fullName({ givenName, middleNames, familyName }: PersonName): string {
  return [givenName, middleNames, familyName].filter((part) => part !== null && part !== '').join(' ');
}

/** The name as lists show it: surname, given name, initials of middle names: "Diaz, Rosa L." (R36). */
export function listedName({ givenName, middleNames, familyName }: PersonName): string {
  const initials = (middleNames ?? '')
    .split(/[\s.]+/)
    .filter((part) => part !== '')
    .map((part) => ` ${Array.from(part)[0]?.toLocaleUpperCase('en-CA')}.`);
  return `${familyName}, ${givenName}${initials.join('')}`;
}

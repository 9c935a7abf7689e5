import { describe, expect, it } from 'vitest';
import { fullName, listedName } from '../../../src/domain/people/person-name.ts';

const person = (givenName: string, middleNames: string | null, familyName: string) => ({
  givenName,
  middleNames,
  familyName,
});

describe('in lists', () => {
  it.each([
    ['Diaz, Rosa L.', person('Rosa', 'Lucia', 'Diaz')],
    ['Diaz, Rosa L.', person('Rosa', 'L.', 'Diaz')],
    ['Diaz, Rosa L.', person('Rosa', ' lucia ', 'Diaz')],
    ['Diaz, Rosa', person('Rosa', null, 'Diaz')],
    ['Diaz, Rosa', person('Rosa', ' ', 'Diaz')],
    ['Nguyễn, Ánh T. M.', person('Ánh', 'Thị Minh', 'Nguyễn')],
    ['Pothier, Évangéline É.', person('Évangéline', 'élise', 'Pothier')],
    ['Núñez y Peña, José María', person('José María', null, 'Núñez y Peña')],
    ["Kɨnap, Pie'l J.", person("Pie'l", 'Ji’nm', 'Kɨnap')],
    ['Doe, Jo \u{1D49C}.', person('Jo', '\u{1D49C}da', 'Doe')],
  ])('[R36] a client is "%s"', (listed, name) => {
    expect(listedName(name)).toBe(listed);
  });
});

describe('in sentences', () => {
  it('[R22] a client is called by all names', () => {
    expect(fullName(person('Rosa', 'Lucia', 'Diaz'))).toBe('Rosa Lucia Diaz');
    expect(fullName(person('Rosa', null, 'Diaz'))).toBe('Rosa Diaz');
    expect(fullName(person('Rosa', '', 'Diaz'))).toBe('Rosa Diaz');
  });
});

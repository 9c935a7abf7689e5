import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Cells, csv, goodLine, importFile, runImport } from '../support/import-file.ts';
import { snapshot } from '../support/snapshot.ts';

const sample = join(import.meta.dirname, '../../docs/importing-sample.csv');
const valley = ['--organization', 'Annapolis Valley Career Centre'];

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(async () => await test.drop());

const imported = async () =>
  await test.database.importedCase.findMany({
    orderBy: { reference: 'asc' },
    include: { person: true, case: { include: { statusHistory: true, program: true, caseManager: true } } },
  });
/** Imports lines, and tells what came of it. */
const run = async (lines: Cells[], how = {}) =>
  await runImport(test.url, await importFile(csv(lines, how)), ...valley);
/** The complaints about lines, without what to do about them. */
const named = (stderr: string) =>
  stderr.split('\n').flatMap((line) => /^(Line \d+, \w+):/.exec(line)?.[1] ?? []);

describe('npm run import', () => {
  it('imports the sample of docs/importing.md: clients, cases, histories, audit events', async () => {
    expect(await runImport(test.url, sample, ...valley)).toEqual({
      code: 0,
      stdout: 'Imported to Annapolis Valley Career Centre: 4 cases, 3 new clients.\n',
      stderr: '',
    });
    const rows = await imported();
    expect(
      rows.map(({ reference, person, case: made }) => [reference, person.familyName, made.status]),
    ).toEqual([
      ['VC-1001', 'Thibodeau', 'ACTION_PLAN'],
      ['VC-1002', 'Gloade', 'INTAKE'],
      ['VC-1003', 'Gloade', 'CLOSED'],
      ['VC-1004', 'Thibodeau', 'ASSESSMENT'],
    ]);
    expect(rows[0]?.person).toMatchObject({
      ...{ phone: '902-555-0181', sin: '046810123', healthCardNumber: '0000091231', preferredLanguage: 'FR' },
    });
    expect(rows[0]?.case).toMatchObject({
      ...{ number: expect.stringMatching(/^\d{8}$/), employmentGoal: 'Cook, in a kitchen of her own' },
      ...{
        openedOn: new Date('2026-03-02'),
        closedOn: null,
        statusHistory: [{ from: null, to: 'ACTION_PLAN' }],
      },
    });
    const events = await test.database.auditEvent.findMany({ where: { details: { has: 'import' } } });
    expect(events.map(({ action, actorId }) => [action, actorId]).toSorted()).toEqual([
      ...Array.from({ length: 4 }, () => ['case.open', null]),
      ...Array.from({ length: 3 }, () => ['person.create', null]),
    ]);
    expect(
      events.every(({ managingOrganizationId }) => managingOrganizationId === rows[0]?.organizationId),
    ).toBe(true);
  });

  it('can be repeated: nothing comes twice, and a line that has been changed since is not read again', async () => {
    await runImport(test.url, sample, ...valley);
    const before = await snapshot(test.database);
    const again = await runImport(test.url, sample, ...valley);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toMatch(/^4 lines have been imported before, and stay as they are\./);
    const changed = await run([goodLine('VC-1001', { familyName: 'Other', status: 'nonsense' })]);
    expect(changed.code).toBe(0);
    expect(await snapshot(test.database)).toEqual(before);
  });

  it('goes on where it broke off: what was written stays, and is not held against the other lines', async () => {
    const twins = [
      goodLine('1', { givenName: 'Tadeusz', familyName: 'Wolanski' }),
      goodLine('2', { givenName: 'Tadeus', familyName: 'Wolanski' }),
    ];
    expect((await run(twins.slice(0, 1))).code).toBe(0);
    expect((await run(twins)).stdout).toMatch(/1 cases, 1 new clients/);
    expect(await imported()).toHaveLength(2);
  });

  it('only checks with --dry-run', async () => {
    const before = await snapshot(test.database);
    const tried = await runImport(test.url, sample, ...valley, '--dry-run');
    expect(tried.stdout).toMatch(/^4 lines can be imported to Annapolis Valley Career Centre/);
    expect(await snapshot(test.database)).toEqual(before);
  });

  it.each([
    ['commas and line feeds', {}],
    ['semicolons and carriage returns', { delimiter: ';', end: '\r\n' }],
  ])('reads %s, quotation marks, and a byte order mark', async (_what, how) => {
    const line = goodLine('A;"1", x', { employmentGoal: 'Cook; or "baker", maybe', city: 'Saint-Lō' });
    const path = await importFile(`\uFEFF${csv([line], how)}`);
    expect((await runImport(test.url, path, ...valley)).code).toBe(0);
    const [row] = await imported();
    expect([row?.reference, row?.case.employmentGoal, row?.person.city]).toEqual([
      ...['A;"1", x', 'Cook; or "baker", maybe', 'Saint-Lō'],
    ]);
  });
});

describe('a file with anything wrong in it', () => {
  it('has each bad line named by line and column, nothing it says repeated, and nothing of it written', async () => {
    const before = await snapshot(test.database);
    const { code, stderr, stdout } = await run([
      goodLine('1'),
      goodLine('2', {
        birthDate: '29/02/1980',
        email: 'secret@',
        phone: '5',
        sin: '123456789',
        status: 'OPEN',
      }),
      goodLine('2', { openedOn: '2026-02-30', closedOn: '2026-03-01', preferredLanguage: 'DE' }),
      goodLine('', {
        office: 'Lunenburg',
        caseManager: 'north.manager',
        agreement: 'OFA-204117',
        program: 'XX',
      }),
      goodLine('5', { clientOf: '9', familyName: 'Left', birthDate: '', givenName: '' }),
      goodLine('6', { status: 'closed', somebodyElse: 'maybe' }),
      goodLine('7', { givenName: '', familyName: '\u200b', birthDate: '2999-01-01', openedOn: '1979-01-01' }),
    ]);
    expect(code).toBe(1);
    expect(named(stderr)).toEqual(
      [
        ...['birthDate', 'email', 'phone', 'sin', 'status'].map((column) => `Line 3, ${column}`),
        ...['reference', 'preferredLanguage', 'openedOn', 'closedOn'].map((column) => `Line 4, ${column}`),
        ...['reference', 'program', 'office', 'caseManager'].map((column) => `Line 5, ${column}`),
        ...['clientOf', 'familyName'].map((column) => `Line 6, ${column}`),
        ...['closedOn', 'somebodyElse'].map((column) => `Line 7, ${column}`),
        ...['givenName', 'familyName', 'birthDate'].map((column) => `Line 8, ${column}`),
      ].toSorted((one, other) => stderr.indexOf(`${one}:`) - stderr.indexOf(`${other}:`)),
    );
    expect(stderr).toMatch(/6 of 7 lines are wrong\. Nothing was written\.\n$/);
    expect(stdout + stderr).not.toMatch(/secret|Zygmunt|Brzezinski|123456789|Lunenburg|29\/02/);
    expect(await snapshot(test.database)).toEqual(before);
  });

  it('has clients named who come twice, or whom the organization has; of those of others nothing is told', async () => {
    await run([goodLine('known', { givenName: 'Ludmila', familyName: 'Hrabal', sin: '052199338' })]);
    const { code, stderr } = await run([
      goodLine('1', { givenName: 'Élise', familyName: "D'Entremont", sin: '046810123' }),
      goodLine('2', { givenName: 'ELISE', familyName: 'Dentremont' }),
      goodLine('3', { givenName: 'Elise', familyName: 'D’Entremont', somebodyElse: 'Yes', sin: '046810123' }),
      goodLine('4', { givenName: 'Ludmilla', familyName: 'Hrabal' }),
      goodLine('5', { givenName: 'Quite', familyName: 'Another', sin: '052199338', somebodyElse: 'yes' }),
      // A client of North Shore Employment Services.
      goodLine('6', { givenName: 'Rosa', familyName: 'Diaz', birthDate: '1988-03-14', sin: '095152203' }),
      goodLine('7', { clientOf: '1', givenName: '', familyName: '', birthDate: '' }),
    ]);
    expect(code).toBe(1);
    expect(named(stderr)).toEqual([
      ...['Line 3, familyName', 'Line 4, sin', 'Line 5, familyName', 'Line 6, sin', 'Line 8, program'],
    ]);
    expect(stderr).toMatch(/Line 3, familyName: Line 2 has the same name and birth date\./);
  });

  it.each([
    [
      'a column that is not known',
      `x${csv([goodLine('1')])}`,
      /The column "xreference" is not known\.\nThe column reference is missing/,
    ],
    ['a line with a field too many', `${csv([goodLine('1')])}a,b\n`, /^Line 3 has 2 fields, the first line/],
    [
      'quotation marks that do not close',
      `${csv([goodLine('1')])}"secret`,
      /^The quotation marks cannot be made out near line 3/,
    ],
    [
      'another encoding',
      Buffer.from(csv([goodLine('1', { city: 'Trois-Rivières' })]), 'latin1'),
      /^The file is not UTF-8/,
    ],
    ['nothing at all', '', /^The file is empty/],
  ])('ends with status 2 for %s', async (_what, content, message) => {
    const answer = await runImport(test.url, await importFile(content), ...valley);
    expect(answer.code).toBe(2);
    expect(answer.stderr).toMatch(message);
    expect(answer.stderr).not.toMatch(/secret|Zygmunt/);
  });

  it('ends with status 2 without an organization, or for one that there is not or that is closed', async () => {
    const path = await importFile(csv([goodLine('1')]));
    expect((await runImport(test.url, path)).stderr).toMatch(/^Usage: npm run import/);
    expect((await runImport(test.url, path, '--organization', 'Nobody')).stderr).toMatch(/no organization/);
    await test.database.organization.updateMany({
      where: { name: 'Annapolis Valley Career Centre' },
      data: { closedAt: new Date() },
    });
    expect(await runImport(test.url, path, ...valley)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/is closed/),
    });
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { organizations, refer, transfer } from '../support/refer.ts';

const number = '50244764';
const accessOn = `query ($personId: ID!, $date: Date!) {
  accessOn(personId: $personId, date: $date) {
    date from until
    entries {
      relation things caseNumber referralId from until explanation
      organization { name }
      began { at cause } ended { at cause }
      staff { username }
    }
  }
}`;

type Entry = {
  relation: string;
  things: string[];
  caseNumber: string | null;
  referralId: string | null;
  from: string;
  until: string;
  explanation: string;
  organization: { name: string };
  began: { cause: string };
  ended: { at: string; cause: string } | null;
  staff: { username: string }[];
};

let api: TestApi;
let auditor: Visitor;
let personId: string;
let referralId: string;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  auditor = await api.as('auditor');
  const north = await api.as('north.manager');
  const referred = await refer(north, { number, type: 'CASE_TRANSFER' });
  ({ referralId } = referred);
  await refer(north, { number, type: 'INFORMATIONAL_WITHIN', to: 'valley' });
  await transfer(await api.as('south.manager'), referred.caseId);
  const found = await api.database.case.findUniqueOrThrow({ where: { number } });
  personId = globalId('Person', found.personId);
});
afterAll(async () => await api.stop());

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Halifax' }).format(new Date());
const ask = async (visitor: Visitor, variables: object = {}) =>
  await visitor.ask(accessOn, { personId, date: today(), ...variables });

it('[B10] tells an auditor who could see a client today, by what, from when and why', async () => {
  const { data, errors } = await ask(auditor);
  expect(errors).toBeUndefined();
  const { accessOn: day } = data as { accessOn: { date: string; from: string; entries: Entry[] } };
  expect(day.date).toBe(today());
  const seen = day.entries.map(({ organization, relation, began, ended }) => [
    organization.name,
    relation,
    began.cause,
    ended?.cause ?? null,
  ]);
  expect(seen).toEqual([
    ['Employment Nova Scotia', 'NETWORK_ADMINISTRATOR', 'CLIENT_ADDED', null],
    [organizations.north, 'MANAGES', 'CASE_OPENED', 'CASE_TRANSFERRED_AWAY'],
    [organizations.south, 'MANAGES', 'CASE_TRANSFERRED_HERE', null],
    [organizations.south, 'OPEN_CASE_TRANSFER', 'REFERRAL_SUBMITTED', 'TRANSFERRED'],
    [organizations.valley, 'INFORMATIONAL', 'REFERRAL_SUBMITTED', null],
  ]);
  const [, north, , received] = day.entries;
  expect(received).toMatchObject({
    caseNumber: number,
    referralId,
    things: ['PERSON_RECORD', 'CASE_SUMMARY', 'TRANSFER_REQUESTS'],
    staff: [{ username: 'south.manager2' }, { username: 'south.manager' }, { username: 'south.admin' }],
  });
  expect(north?.until).toBe(north?.ended?.at);
});

it('[B10] explains it in the language of the request', async () => {
  const french = await ask(await api.as('auditor', { language: 'fr' }));
  expect(JSON.stringify(french.data)).toContain(
    `L’organisme gérait le cas ${number}. Cela a commencé à l’ouverture du cas. Cela a pris fin lorsque le cas a été transféré à un autre organisme.`,
  );
});

it('[B10] tells nothing of the client', async () => {
  const answer = JSON.stringify(await ask(auditor));
  expect(answer).not.toMatch(/Diaz|Rosa/);
});

it('[B10] is refused to everybody else, whether there is such a client or not', async () => {
  for (const username of ['north.manager', 'south.admin', 'valley.manager']) {
    for (const id of [personId, globalId('Person', '00000000-0000-0000-0000-000000000000')]) {
      expect(await ask(await api.as(username), { personId: id })).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'NOT_ALLOWED' } }],
      });
    }
  }
});

it.each([
  [
    'a client that is not there',
    { personId: globalId('Person', '00000000-0000-0000-0000-000000000000') },
    'NOT_FOUND',
  ],
  [
    'an id of something else',
    { personId: globalId('Case', '00000000-0000-0000-0000-000000000000') },
    'INVALID_ID',
  ],
  ['a day to come', { date: '2999-01-01' }, 'INVALID_INPUT'],
])('[B10] says what is wrong with %s', async (_what, variables, code) => {
  expect(await ask(auditor, variables)).toMatchObject({ data: null, errors: [{ extensions: { code } }] });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { refer } from '../support/refer.ts';

const number = '50244764';
const trailQuery = `query ($filter: AuditTrailFilter) {
  auditTrail(filter: $filter) { nodes { action caseId personId } } }`;

let api: TestApi;
let caseId: string;
let personId: string;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  ({ caseId } = await refer(await api.as('north.manager'), { number, type: 'INFORMATIONAL_WITHIN' }));
  const found = await api.database.case.findUniqueOrThrow({ where: { number } });
  personId = globalId('Person', found.personId);
  const document = '{ people(search: "Diaz") { nodes { fullName } } }';
  const { data } = await (await api.as('south.manager')).ask(document);
  expect(data).toMatchObject({ people: { nodes: [{ fullName: expect.stringContaining('Diaz') }] } });
});
afterAll(async () => await api.stop());

async function read(username: string, filter: object) {
  const { data } = await (await api.as(username)).ask(trailQuery, { filter });
  return (data as { auditTrail: { nodes: object[] } }).auditTrail.nodes;
}

it('[R24] [D14] who receives an informational referral learns from their own trail whom they saw, not by which case', async () => {
  expect(await read('south.admin', { personId })).toEqual([
    { action: 'person.view', caseId: null, personId },
  ]);
  expect(await read('south.admin', { caseId })).toEqual([]);
});

it('[D14] the organization that manages the case, and auditors, read which case it was', async () => {
  for (const username of ['north.admin', 'auditor'])
    expect(await read(username, { caseId, actions: ['person.view'] })).toEqual([
      { action: 'person.view', caseId, personId },
    ]);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { organizations, refer, transfer } from '../support/refer.ts';

/** A case that goes from North to South, and from there to Valley. */
const number = '50244764';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  const { caseId } = await refer(await api.as('north.manager'), { number, type: 'CASE_TRANSFER' });
  await transfer(await api.as('south.manager'), caseId);
  await refer(await api.as('south.manager'), { number, type: 'CASE_TRANSFER', to: 'valley' });
  await transfer(await api.as('valley.manager'), caseId);
});
afterAll(async () => await api.stop());

/** The transfers of the case, newest first, with what was chosen in the organization that took it over. */
async function transfers(visitor: Visitor): Promise<unknown> {
  const { data, errors } = await visitor.ask(`{ case(number: "${number}") { transfers { nodes {
    toOrganization { name } toCaseManager { name } fromCaseManagerName
    toOffice { name } toAgreement { number } toServiceDeliveryLocation { name }
  } } } }`);
  expect(errors).toBeUndefined();
  return (data as { case: { transfers: { nodes: unknown } } }).case.transfers.nodes;
}

const told = (organization: keyof typeof organizations) => ({
  toOrganization: { name: organizations[organization] },
  toCaseManager: { name: expect.any(String) },
  fromCaseManagerName: expect.any(String),
});
const chosen = { toOffice: { name: expect.any(String) }, toAgreement: { number: expect.any(String) } };
const hidden = { toOffice: null, toAgreement: null, toServiceDeliveryLocation: null };

it('[R32] show who had the case when, and not the agreement, office and location of others', async () => {
  expect(await transfers(await api.as('valley.manager'))).toEqual([
    { ...told('valley'), ...chosen, toServiceDeliveryLocation: null },
    { ...told('south'), ...hidden },
  ]);
});

it('[D5] show all of it to Employment Nova Scotia', async () => {
  expect(await transfers(await api.as('ens.admin'))).toMatchObject([
    { ...told('valley'), ...chosen },
    { ...told('south'), ...chosen, toServiceDeliveryLocation: { name: expect.any(String) } },
  ]);
});

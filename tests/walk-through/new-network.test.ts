import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { type Client, clientWith } from '../../demo/client.ts';
import { draftReferral } from '../../demo/draft-referral.ts';
import { addReferralMutation, caseQuery, casesQuery } from '../../demo/operations.ts';
import { sealWaitingEvents } from '../../src/domain/audit/seal-audit-trail.ts';
import {
  changeCaseStatusMutation,
  createPersonMutation,
  openCaseMutation,
  updateCaseMutation,
  updatePersonMutation,
} from '../support/case-operations.ts';
import {
  addServiceDeliveryLocationMutation,
  updateAgreementMutation,
  updateOfficeMutation,
  updateOrganizationMutation,
  updateServiceDeliveryLocationMutation,
} from '../support/organization-operations.ts';
import { serviceClient } from '../support/provider.ts';
import { submit, transfer } from '../support/refer.ts';
import {
  addServiceAccountMutation,
  updateServiceAccountMutation,
  updateStaffMemberMutation,
} from '../support/staff-operations.ts';
import {
  auditTrailQuery,
  hire,
  type Joined,
  joinNetwork,
  type NewNetwork,
  organizationsQuery,
  permissionsQuery,
  startNewNetwork,
} from './new-network.ts';

// A network from its first day: an empty database, the service in production mode, an issuer at which everybody signs in.
describe('A network that begins', () => {
  let network: NewNetwork;
  let ens: Client;
  let north: Joined;
  let south: Joined;
  let northAdmin: Client;
  let nora: Client;
  let noraId: string;
  let number: string;
  let caseId: string;
  let personId: string;

  beforeAll(async () => {
    network = await startNewNetwork();
  }, 90_000);
  afterAll(async () => await network.end());

  it('is set up by its operator, once, and its first administrator signs in', async () => {
    const options = {
      ...{ contact: 'info@ens.example', phone: '902-555-0100', address: '1 Sample Square', city: 'Halifax' },
      ...{ 'postal-code': 'B3J 0A1', username: 'ens.first', subject: 'ens.first', 'given-name': 'Ada' },
      ...{ 'family-name': 'Smith', email: 'ada@ens.example', 'ecm-program': 'LSI=Case Management' },
    };
    const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    expect(await network.command('setup', ...given)).toContain('ens.first can sign in');
    await expect(network.command('setup', ...given)).rejects.toThrow(/set up already/);
    ens = await network.signIn('ens.first');
    const { viewer } = await ens.request(permissionsQuery);
    expect(viewer.permissions).toContain('MANAGE_NETWORK');
  });

  it('gets organizations with their agreements, and each its administrator', async () => {
    north = await joinNetwork(ens, 'north', 'North Shore Works');
    south = await joinNetwork(ens, 'south', 'South Shore Works');
    northAdmin = await network.signIn('north.admin');
    const { organizations } = await northAdmin.request(organizationsQuery, { search: 'shore' });
    expect(organizations.nodes).toEqual([
      {
        name: 'North Shore Works',
        referralEligibility: { allowed: false, reasons: [{ code: 'OWN_ORGANIZATION' }] },
        staff: { totalCount: 1 },
      },
      // Of others one sees what one needs to refer to them, and not their staff.
      {
        name: 'South Shore Works',
        referralEligibility: { allowed: true, reasons: [] },
        staff: { totalCount: 0 },
      },
    ]);
  });

  it('gets a case manager, who adds a client with a case and works on it', async () => {
    noraId = await hire(northAdmin, north.organizationId, 'north.nora', 'CASE_MANAGER');
    nora = await network.signIn('north.nora');
    const { agreementId, officeId, programId } = north;
    const client = { givenName: 'Wilhelmina', familyName: 'Tanglewood', birthDate: '1984-03-07' };
    const input = { ...client, case: { agreementId, officeId, programId } };
    const { createPerson } = await nora.request(createPersonMutation, { input });
    const opened = accepted(createPerson).case;
    ({ id: caseId, number } = opened);
    personId = accepted(createPerson).person.id;
    const again = await nora.request(createPersonMutation, { input });
    expect(again.createPerson).toMatchObject({
      __typename: 'PossibleDuplicatePeople',
      people: [{ listedName: 'Tanglewood, Wilhelmina' }],
    });
    const change = { caseId, status: 'ASSESSMENT' as const, version: opened.version };
    const { changeCaseStatus } = await nora.request(changeCaseStatusMutation, { input: change });
    expect(accepted(changeCaseStatus).case).toMatchObject({ status: 'ASSESSMENT' });
  });

  it('changes what it has: the organization, its places and agreement, the client and the case', async () => {
    const { organizationId, officeId, agreementId, programId } = north;
    const place = { addressLine1: '2 Main Street', city: 'Pictou', province: 'NS', postalCode: 'B0K 1H0' };
    const changed = await northAdmin.request(updateOrganizationMutation, {
      input: { organizationId, ...place },
    });
    accepted(changed.updateOrganization);
    accepted(
      (await northAdmin.request(updateOfficeMutation, { input: { officeId, ...place } })).updateOffice,
    );
    const added = await northAdmin.request(addServiceDeliveryLocationMutation, {
      input: { organizationId, ...place, name: 'Library' },
    });
    const { id: serviceDeliveryLocationId } = accepted(
      added.addServiceDeliveryLocation,
    ).serviceDeliveryLocation;
    const moved = { serviceDeliveryLocationId, name: 'Old Library' };
    const location = await northAdmin.request(updateServiceDeliveryLocationMutation, { input: moved });
    expect(accepted(location.updateServiceDeliveryLocation).serviceDeliveryLocation.name).toBe('Old Library');
    const longer = { agreementId, endsOn: '2098-12-31' };
    accepted((await ens.request(updateAgreementMutation, { input: longer })).updateAgreement);

    accepted(
      (await nora.request(updatePersonMutation, { input: { personId, city: 'Pictou' } })).updatePerson,
    );
    const goal = { caseId, employmentGoal: 'To sail' };
    expect(
      accepted((await nora.request(updateCaseMutation, { input: goal })).updateCase).case.employmentGoal,
    ).toBe('To sail');
    const again = { personId, programId, officeId, agreementId, serviceDeliveryLocationId };
    const { openCase } = await nora.request(openCaseMutation, { input: again });
    expect(openCase).toMatchObject({ __typename: 'OpenCaseExists', openCase: { number } });
  });

  it('takes in the clients it had before, from a file, once', async () => {
    const file = join(network.service.documentsDirectory, 'people.csv');
    const columns =
      'reference,givenName,familyName,birthDate,program,office,caseManager,agreement,serviceDeliveryLocation';
    await writeFile(
      file,
      `${columns},status,openedOn,closedOn\nN-1,Ottoline,Featherstone,1970-01-05,LSI,Office,north.nora,OFA-north,Old Library,CLOSED,2026-01-05,2026-02-05\n`,
    );
    for (let time = 0; time < 2; time += 1) {
      await network.command('import', file, '--organization', 'North Shore Works');
      expect((await nora.request(casesQuery, { search: 'Featherstone' })).cases.totalCount).toBe(1);
    }
  });

  it('[R17] [R26] [R32] sends a referral by email, and the case goes over to the organization that asked for it', async () => {
    await hire(await network.signIn('south.admin'), south.organizationId, 'south.sam', 'CASE_MANAGER');
    const sam = await network.signIn('south.sam');
    expect((await sam.request(caseQuery, { number })).case).toBeNull();
    const draft = await draftReferral(nora, {
      ...{ caseId, type: 'CASE_TRANSFER', organization: 'South Shore Works', contactName: 'Sam' },
    });
    await submit(nora, draft.id);
    const mail = await network.service.mailbox.waitForMail(() => true, 30);
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain('Tanglewood');
    await transfer(sam, caseId);
    expect((await sam.request(caseQuery, { number })).case?.number).toBe(number);
    expect((await nora.request(caseQuery, { number })).case).toBeNull();
  });

  it('lets a program read what its scopes and its token let it', async () => {
    const account = { username: 'south.register', name: 'Register', email: 'register@net.example' };
    const southAdmin = await network.signIn('south.admin');
    const { organizationId } = south;
    const added = await southAdmin.request(addServiceAccountMutation, {
      input: { organizationId, ...account, subject: serviceClient, scopes: ['READ_CASES', 'SUBSCRIBE'] },
    });
    const { url, issuer } = network.service;
    const token = await issuer.tokenOfService();
    const program = clientWith(url, { username: account.username, token });
    expect((await program.request(casesQuery, { search: '' })).cases.totalCount).toBe(1);
    const input = { caseId, type: 'CASE_TRANSFER' as const };
    const { addReferral } = await program.request(addReferralMutation, { input });
    expect(addReferral.__typename).toBe('NotAllowed');
    const narrowed = await issuer.tokenOfService('handoff:subscribe');
    const listener = clientWith(url, { username: account.username, token: narrowed });
    expect((await listener.request(casesQuery, { search: '' })).cases.totalCount).toBe(0);
    const serviceAccountId = accepted(added.addServiceAccount).staffMember.id;
    const { updateServiceAccount } = await southAdmin.request(updateServiceAccountMutation, {
      input: { serviceAccountId, disabled: true },
    });
    accepted(updateServiceAccount);
    await expect(program.request(casesQuery, { search: '' })).rejects.toThrow(/disabled/);
  });

  it('shuts out at once who has left', async () => {
    const input = { staffMemberId: noraId, disabled: true };
    accepted((await northAdmin.request(updateStaffMemberMutation, { input })).updateStaffMember);
    await expect(nora.request(caseQuery, { number })).rejects.toThrow(/disabled/);
  });

  it('[D14] has all of it on record, in a chain that its operator can check', async () => {
    const { auditTrail } = await ens.request(auditTrailQuery);
    const actions = auditTrail.nodes.map(({ action }) => action);
    for (const action of [
      'network.setUp',
      'organization.create',
      'staff.add',
      'person.create',
      'case.transfer',
    ]) {
      expect(actions).toContain(action);
    }
    // As the job does each minute.
    await sealWaitingEvents(network.service.database);
    expect(await network.command('audit:verify')).toMatch(/^[1-9]\d* events in the chain[\s\S]*is whole\.$/m);
    expect(network.service.output()).not.toContain('Tanglewood');
  });
});

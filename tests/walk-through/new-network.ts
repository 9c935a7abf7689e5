import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { accepted } from '../../demo/answer.ts';
import { type Client, clientWith } from '../../demo/client.ts';
import { graphql } from '../../demo/generated/index.ts';
import {
  addAgreementMutation,
  addOfficeMutation,
  createOrganizationMutation,
} from '../support/organization-operations.ts';
import { type ProductionService, startProductionService } from '../support/production-service.ts';
import { addStaffMemberMutation } from '../support/staff-operations.ts';

const project = join(import.meta.dirname, '../..');

const programsQuery = graphql(`
  query Programs { programs(first: 10) { nodes { id code ecm } } }
`);

/** What the user may do. */
export const permissionsQuery = graphql(`
  query Permissions { viewer { permissions } }
`);

/** Organizations, whether the user can refer to them, and how many of their staff the user sees. */
export const organizationsQuery = graphql(`
  query Organizations($search: String) {
    organizations(first: 10, search: $search) { nodes {
      name referralEligibility { allowed reasons { code } } staff { totalCount }
    } }
  }
`);

/** What is on record. */
export const auditTrailQuery = graphql(`
  query AuditTrail { auditTrail(first: 100) { nodes { action outcome } } }
`);

/** A network in production that begins with nothing. */
export type NewNetwork = {
  service: ProductionService;
  /** Runs `npm run <command>` on its database, as its operator does. */
  command(name: string, ...options: string[]): Promise<string>;
  /** Somebody who has signed in at the issuer. */
  signIn(username: string): Promise<Client>;
  end(): Promise<void>;
};

/** Starts a {@link NewNetwork}. */
export async function startNewNetwork(): Promise<NewNetwork> {
  const service = await startProductionService({ data: 'empty' });
  const clients: Client[] = [];
  return {
    service,
    async command(name, ...options) {
      const { PATH = '', HOME = '' } = process.env;
      const env = { PATH, HOME, DATABASE_URL: service.databaseUrl };
      const tool = `tools/${name.replace(':', '-')}.ts`;
      return (await promisify(execFile)(process.execPath, [tool, ...options], { cwd: project, env })).stdout;
    },
    async signIn(username) {
      const client = clientWith(service.url, { username, token: await service.tokenFor(username) });
      clients.push(client);
      return client;
    },
    async end() {
      for (const client of clients) await client.close();
      await service.stop();
    },
  };
}

/** What an administrator of Employment Nova Scotia adds for an organization that joins; ids of the API. */
export type Joined = { organizationId: string; officeId: string; agreementId: string; programId: string };

/** Has an organization join the network: with an office, an agreement, and `<key>.admin`, who looks after it. */
export async function joinNetwork(ens: Client, key: string, name: string): Promise<Joined> {
  const place = {
    ...{ addressLine1: '1 Main Street', city: 'Truro', province: 'NS', postalCode: 'B2N 1A1' },
    phone: '902-555-0190',
  };
  const created = await ens.request(createOrganizationMutation, {
    input: { ...place, name, generalContactEmail: `${key}@net.example` },
  });
  const { id: organizationId } = accepted(created.createOrganization).organization;
  const added = await ens.request(addOfficeMutation, { input: { ...place, organizationId, name: 'Office' } });
  const { programs } = await ens.request(programsQuery);
  const programId = programs.nodes.find(({ ecm }) => ecm)?.id ?? '';
  const agreed = await ens.request(addAgreementMutation, {
    input: {
      ...{ organizationId, number: `OFA-${key}`, programIds: [programId] },
      ...{ startsOn: '2026-01-01', endsOn: '2099-12-31', clientTracking: true },
    },
  });
  await hire(ens, organizationId, `${key}.admin`, 'ORGANIZATION_ADMINISTRATOR');
  return {
    organizationId,
    officeId: accepted(added.addOffice).office.id,
    agreementId: accepted(agreed.addAgreement).agreement.id,
    programId,
  };
}

/** Adds a staff member whose tokens will have their user name as `sub`. @returns their id. */
export async function hire(
  by: Client,
  organizationId: string,
  username: string,
  role: 'ORGANIZATION_ADMINISTRATOR' | 'CASE_MANAGER',
): Promise<string> {
  const [familyName = '', givenName = ''] = username.split('.');
  const person = { username, subject: username, givenName, familyName, email: `${username}@net.example` };
  const answer = await by.request(addStaffMemberMutation, {
    input: { organizationId, ...person, roles: [role] },
  });
  return accepted(answer.addStaffMember).staffMember.id;
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setScene } from '../../graphql/access-matrix/scene.ts';
import { startTestApi, type TestApi, type Visitor } from '../../support/api.ts';
import { type Bombardment, prepareBombardment } from './bombard.ts';
import { fieldsWithArguments, type Operation, operations } from './operations.ts';

/** How often each operation of a kind is sent, and from what the arguments are made. */
export type Plan = { runs: Record<Operation['kind'], number>; seed: number };

/** Shown by a mutation alone; its arguments are those of every page. */
const unreached = ['CaseloadPreview.items'];

/** Who sends; whoever may do most does most. */
const senders = [
  'north.manager',
  'north.manager',
  'north.admin',
  'ens.admin',
  'south.manager',
  'auditor',
  'north.service',
];

/** A service account of North’s that may do all that one can. */
async function addServiceAccount({ database }: TestApi, username: string): Promise<void> {
  const { organizationId } = await database.staff.findUniqueOrThrow({ where: { username: 'north.manager' } });
  await database.staff.create({
    data: {
      ...{ username, subject: username, organizationId, email: `${username}@test.example` },
      ...{ givenName: 'North', familyName: 'Service', roles: ['INTEGRATION'] },
      scopes: ['READ_CASES', 'CREATE_REFERRALS', 'SUBSCRIBE'],
    },
  });
}

/** The tests of {@link Plan}: every argument of every field of the schema, over HTTP, with everything that could break it. */
export function sendEverything({ runs, seed }: Plan): void {
  let api: TestApi;
  let visitors: Visitor[];
  let bombardment: Bombardment;
  beforeAll(async () => {
    api = await startTestApi({ worker: false });
    await setScene(api);
    await addServiceAccount(api, 'north.service');
    visitors = await Promise.all(senders.map((name) => api.as(name)));
    bombardment = await prepareBombardment(api, visitors);
  }, 60_000);
  afterAll(async () => await api.stop());

  describe(`[D14] whatever is sent (seed ${seed}): no failure, nothing half-written, nothing told of the insides`, () => {
    for (const { name, kind } of operations(() => '')) {
      it(name, async () => await bombardment.send(name, { runs: runs[kind], seed }), 120_000);
    }

    it('every field that takes arguments is among them', () => {
      const all = operations(() => '').map(({ name }) => name);
      expect(new Set(all).size).toBe(all.length);
      expect(fieldsWithArguments().filter((name) => !all.includes(name))).toEqual(unreached);
    });

    it('and it still answers', async () => {
      const answer = await visitors[0]?.ask('{ viewer { username } cases(first: 1) { totalCount } }');
      expect(answer?.errors).toBeUndefined();
      expect(answer?.data).toMatchObject({ viewer: { username: senders[0] } });
    });
  });
}

import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { homepageTaskSubscription, resendCorrespondenceMutation } from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { refer, transfer } from '../support/refer.ts';

const number = '50244764';

/** What the mail server answers to the next messages, in order; then it accepts. */
const answers: number[] = [];
let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({
    receive() {
      const responseCode = answers.shift();
      if (responseCode !== undefined) throw Object.assign(new Error('no'), { responseCode });
    },
  });
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

type Sending = { number: number; status: string; emailTo: string; failureReason: string | null };
type Seen = { node: { status: string; emailTo: string; correspondence: { nodes: Sending[] } } };

async function look(referralId: string, language = 'en'): Promise<Seen['node']> {
  const document = `query ($id: ID!) { node(id: $id) { ... on Referral { status emailTo correspondence { nodes {
    number status emailTo failureReason requestedBy { username }
  } } } } }`;
  const { data } = await north.ask(document, { id: referralId }, { 'accept-language': language });
  return (data as Seen).node;
}

async function taskNodes(visitor: Visitor): Promise<unknown[]> {
  const document = `{ homepageTasks(due: ALL) { nodes { type message referral { id status } } } }`;
  const { data } = await visitor.ask(document);
  return (data as { homepageTasks: { nodes: unknown[] } }).homepageTasks.nodes;
}

const settled = async (referralId: string, count: number) =>
  await vi.waitFor(
    async () => {
      const { nodes } = (await look(referralId)).correspondence;
      expect(nodes).toHaveLength(count);
      expect(nodes[0]?.status).not.toBe('QUEUED');
    },
    { timeout: 10_000 },
  );

it('[D2] a refused address: the submitter is told, corrects it, and the referral becomes Emailed', async () => {
  const tasks = await north.watch(homepageTaskSubscription);
  answers.push(550);
  const { referralId } = await refer(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
  const event = await tasks.next(
    ({ homepageTaskChanged }) => homepageTaskChanged.homepageTask.completedAt === null,
  );
  expect(event.homepageTaskChanged.homepageTask).toMatchObject({
    type: 'DELIVERY_FAILED',
    caseNumber: number,
    message: expect.stringMatching(/^A referral to .+ could not be emailed$/),
  });
  await settled(referralId, 1);
  expect(await taskNodes(north)).toContainEqual({
    type: 'DELIVERY_FAILED',
    message: expect.stringMatching(/^A referral to .+ could not be emailed$/),
    referral: { id: referralId, status: 'SUBMITTED' },
  });
  expect((await look(referralId)).correspondence.nodes[0]).toMatchObject({
    status: 'FAILED',
    failureReason: 'The mail server refused the message.',
  });
  expect((await look(referralId, 'fr')).correspondence.nodes[0]?.failureReason).toBe(
    'Le serveur de courriel a refusé le message.',
  );

  const emailTo = 'new.intake@harbour.example';
  const colleague = await api.as('north.manager2');
  const answer = await colleague.request(resendCorrespondenceMutation, {
    input: { referralId, emailTo, confirm: true },
  });
  const { correspondence, referral } = accepted(answer.resendCorrespondence);
  expect(correspondence).toMatchObject({
    number: 2,
    status: 'QUEUED',
    emailTo,
    requestedBy: { username: 'north.manager2' },
  });
  expect(referral).toMatchObject({ emailTo: 'intake@harbour.example' });
  await settled(referralId, 2);
  expect(await look(referralId)).toMatchObject({
    status: 'EMAILED',
    emailTo: 'intake@harbour.example',
    correspondence: {
      nodes: [
        { number: 2, status: 'SENT', emailTo, requestedBy: { username: 'north.manager2' } },
        { number: 1, status: 'FAILED', emailTo: 'intake@harbour.example' },
      ],
    },
  });
  await tasks.next(({ homepageTaskChanged }) => homepageTaskChanged.homepageTask.completedAt !== null);
  expect(await taskNodes(north)).toEqual([]);
});

it('[R32] a task to see to the email is done once the case has gone to another organization', async () => {
  answers.push(550);
  const { caseId, referralId } = await refer(north, { number, type: 'CASE_TRANSFER' });
  await settled(referralId, 1);
  expect(await taskNodes(north)).toMatchObject([{ referral: { id: referralId } }]);
  await transfer(await api.as('south.manager'), caseId);
  expect(await taskNodes(north)).toMatchObject([{ type: 'CASE_TRANSFERRED', referral: null }]);
});

import { accepted } from '../../demo/answer.ts';
import { submitReferralMutation, updateReferralMutation } from '../../demo/operations.ts';
import type { Visitor } from '../support/api.ts';
import { visit } from '../support/visit.ts';
import { type Story, startStory } from './story.ts';

/** An address whose mailbox refuses every message for good. */
export const refusedAddress = 'gone@south.example';
/** An address whose mailbox has no time for the first message that comes. */
export const busyAddress = 'busy@south.example';

/** The story of what else can happen to a referral, with those who meet in it. */
export type Branches = {
  story: Story;
  /** Two case managers of North Shore Employment Services. */
  north: Visitor;
  north2: Visitor;
  /** The first of them, in French. */
  francophone: Visitor;
  /** A case manager of South Shore Works Association. */
  south: Visitor;
  /** An administrator of Employment Nova Scotia. */
  ens: Visitor;
  /** The id of an organization whose agreement has ended. */
  expiredOrganization: string;
  end(): Promise<void>;
};

/** Starts the service, with a mail server that refuses {@link refusedAddress} and at first defers {@link busyAddress}. */
export async function startBranches(): Promise<Branches> {
  let busy = true;
  const story = await startStory({
    receive: ({ envelope }) => {
      if (envelope.to.includes(refusedAddress)) throw answer(550);
      if (!envelope.to.includes(busyAddress) || !busy) return;
      busy = false;
      throw answer(451);
    },
  });
  const { url } = story.service;
  const expired = await visit(url, 'expired.manager');
  const { data } = await expired.ask('{ viewer { organization { id } } }');
  const visitors = {
    north: await visit(url, 'north.manager'),
    north2: await visit(url, 'north.manager2'),
    francophone: await visit(url, 'north.manager', { language: 'fr' }),
    south: await visit(url, 'south.manager'),
    ens: await visit(url, 'ens.admin'),
  };
  return {
    story,
    ...visitors,
    expiredOrganization: (data as { viewer: { organization: { id: string } } }).viewer.organization.id,
    async end() {
      for (const visitor of [expired, ...Object.values(visitors)]) await visitor.close();
      await story.end();
    },
  };
}

function answer(responseCode: number): Error {
  return Object.assign(new Error('Not here, or not now'), { responseCode });
}

/** What updateReferral answers. */
export async function update(visitor: Visitor, input: { referralId: string } & Record<string, unknown>) {
  return (await visitor.request(updateReferralMutation, { input })).updateReferral;
}

/** What submitReferral answers. */
export async function trySubmit(visitor: Visitor, input: { referralId: string } & Record<string, unknown>) {
  return (await visitor.request(submitReferralMutation, { input })).submitReferral;
}

/** The referral after a change that is accepted. */
export async function change(visitor: Visitor, input: { referralId: string } & Record<string, unknown>) {
  return accepted(await update(visitor, input)).referral;
}

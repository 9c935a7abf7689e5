import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Branches, startBranches } from './branches.ts';
import { branchesOfDelivery } from './branches-of-delivery.ts';
import { branchesOfDocuments } from './branches-of-documents.ts';
import { branchesOfDrafts } from './branches-of-drafts.ts';
import { branchesOfPrivacy } from './branches-of-privacy.ts';
import { branchesOfSubmit } from './branches-of-submit.ts';
import { branchesOfTemplates } from './branches-of-templates.ts';

// What else can happen to a referral than in the guide's story: each refusal and detour, seen from outside, at a service that
// runs as a process of its own.
describe('A referral', () => {
  let branches: Branches;
  const current = () => branches;

  beforeAll(async () => {
    branches = await startBranches();
  }, 90_000);

  afterAll(async () => {
    await branches.end();
  });

  branchesOfDrafts(current);
  branchesOfSubmit(current);
  branchesOfPrivacy(current);
  branchesOfDocuments(current);
  branchesOfTemplates(current);
  branchesOfDelivery(current);

  it('leaves no client’s name behind in what the service has printed', () => {
    const output = branches.story.service.output();
    expect(output).toContain('Handoff is ready.');
    expect(output).not.toMatch(/rosa|diaz|sylliboy|siobh|brien/i);
  });
});

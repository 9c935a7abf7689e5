import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealWaitingEvents } from '../../src/domain/audit/seal-audit-trail.ts';
import type { Fault } from '../../src/domain/audit/trail-fault.ts';
import { verifyAuditTrail } from '../../src/domain/audit/verify-audit-trail.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { readRunningServices } from '../../src/platform/embedded/data-directory.ts';
import { clientFacts, trailText } from '../support/client-facts.ts';
import { caseTransferReferral } from './case-transfer-referral.ts';
import { fillIn } from './fill-in.ts';
import { informationalOutside } from './informational-outside.ts';
import { referBack } from './refer-back.ts';
import { type Story, startStory } from './story.ts';
import { submit } from './submit.ts';
import { transfer } from './transfer.ts';
import { userHomepage } from './user-homepage.ts';

// The guide from beginning to end, driven from outside: the service runs as a process of its own, the test speaks HTTP,
// WebSocket and server-sent events with it and receives its mail. Each chapter goes on where the one before has ended.
describe('The guide', () => {
  let story: Story;
  const current = () => story;

  beforeAll(async () => {
    story = await startStory();
  }, 90_000);

  afterAll(async () => {
    await story.end();
  });

  fillIn(current);
  submit(current);
  informationalOutside(current);
  caseTransferReferral(current);
  transfer(current);
  userHomepage(current);
  referBack(current);

  describe('Ctrl-C', () => {
    it('[D9] until then, each of the four referrals has been emailed once', () => {
      expect(story.mailbox.messages).toHaveLength(4);
    });

    it('[D14] all of it is in the audit trail, which holds nothing about any client and is whole', async () => {
      const { databaseUrl } = readRunningServices(story.service.dataDirectory) ?? {};
      const database = openDatabase({ url: databaseUrl ?? '', poolSize: 1 });
      try {
        const trail = await trailText(database);
        for (const action of ['referral.submit', 'case.transfer', 'homepagetask.complete', 'person.view']) {
          expect(trail).toContain(`["${action}"`);
        }
        const facts = await clientFacts(database);
        expect(facts.length).toBeGreaterThan(50);
        expect(facts.filter((fact) => trail.includes(fact))).toEqual([]);
        await sealWaitingEvents(database);
        const faults: Fault[] = [];
        const whole = { kept: null, waitingSince: new Date() };
        const { sealed } = await verifyAuditTrail(database, whole, (fault) => faults.push(fault));
        expect(faults).toEqual([]);
        expect(sealed).toBeGreaterThan(20);
      } finally {
        await database.$disconnect();
      }
    });

    it('stops the service in order', async () => {
      const { service } = story;
      expect(readRunningServices(service.dataDirectory)?.url).toBe(service.url);
      expect(await service.stop()).toEqual({ exitCode: 0, signal: null });
      expect(readRunningServices(service.dataDirectory)).toBeNull();
      await expect(fetch(service.url)).rejects.toThrow();
    });

    it('leaves no client’s name behind in what the service has printed', () => {
      const output = story.service.output();
      expect(output).toContain('Handoff is ready.');
      expect(output).not.toMatch(/rosa|diaz|sylliboy/i);
    });
  });
});

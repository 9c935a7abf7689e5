import { readdir } from 'node:fs/promises';
import type { Actor } from '../../../src/domain/actor.ts';
import { addReferralDocument } from '../../../src/domain/referrals/add-referral-document.ts';
import { discardFile } from '../../../src/jobs/discard-file.ts';
import type { House } from '../../support/house.ts';
import { buildHouse } from '../../support/house.ts';
import { file, pdf } from '../../support/sample-files.ts';

/** A house whose documents and jobs can be looked at. */
export type DocumentsHouse = House & {
  /** Adds a file to a draft; a small PDF where none is given. */
  add(actor: Actor, referralId: string, sent?: File): Promise<string>;
  /** The files of the storage. */
  files(): Promise<string[]>;
  /** The jobs that wait to discard a file, with the pause until they do, in minutes. */
  discards(): Promise<{ storageKey: string; minutes: number }[]>;
  /** Does all these jobs at once, due or not, and clears them. */
  discardAll(): Promise<void>;
  /**
   * Does something while somebody else acts on a case, up to where it waits for them.
   * @param meanwhile what the other one does once the file of an upload is stored; the case is let go after it.
   */
  whileCaseIsLocked<Result>(
    caseId: string,
    attempt: () => Promise<Result>,
    meanwhile: () => Promise<void>,
  ): Promise<Result>;
};

/** Builds a {@link DocumentsHouse} on the sample data. */
export async function buildDocumentsHouse(): Promise<DocumentsHouse> {
  const house = await buildHouse();
  const { database, platform } = house;
  const files = async () => await readdir(house.documentsDirectory);
  const discards = async () =>
    await database.$queryRaw<{ storageKey: string; minutes: number }[]>`
      SELECT data->>'storageKey' AS "storageKey", round(extract(epoch FROM start_after - now()) / 60)::int AS minutes
        FROM pgboss.job WHERE name = 'discard-file' ORDER BY 1`;
  return {
    ...house,
    files,
    discards,
    add: async (actor, referralId, sent = file('a.pdf', pdf())) =>
      await addReferralDocument(actor, platform, { referralId, file: sent }),
    async discardAll() {
      for (const { storageKey } of await discards()) await discardFile(platform, { storageKey });
      await database.$executeRaw`DELETE FROM pgboss.job WHERE name = 'discard-file'`;
    },
    async whileCaseIsLocked<Result>(
      caseId: string,
      attempt: () => Promise<Result>,
      meanwhile: () => Promise<void>,
    ) {
      const stored = (await files()).length;
      let attempted: Promise<Result> | undefined;
      await database.$transaction(async (transaction) => {
        await transaction.$queryRaw`SELECT id FROM "Case" WHERE id = ${caseId}::uuid FOR UPDATE`;
        attempted = attempt();
        attempted.catch(() => undefined);
        while ((await files()).length === stored) await new Promise((resolve) => setTimeout(resolve, 10));
        await meanwhile();
      });
      if (attempted === undefined) throw new Error('nothing was attempted');
      return await attempted;
    },
  };
}

import type { Platform } from '../../../platform/platform.ts';
import type { Actor } from '../../actor.ts';
import { refusalOf } from '../../allowance.ts';
import { ConfirmationRequired, Refusal } from '../../errors.ts';
import { programDay } from '../../program-day.ts';
import { beginCaseloadTransfer, findSameUnderWay, lockCaseManager } from './begin-caseload-transfer.ts';
import type { Caseload } from './caseload.ts';
import { caseloadConfirmation } from './caseload-confirmation.ts';
import { checkCase } from './check-case.ts';
import { findChosenCases } from './chosen-cases.ts';
import { type CaseloadWish, readCaseload } from './read-caseload.ts';

/** The case manager has no case that could go, or none of those named can. */
export class NothingToTransfer extends Refusal {
  override readonly name = 'NothingToTransfer';
  readonly code = 'NOTHING_TO_TRANSFER';

  constructor() {
    super({
      EN: 'None of these cases can be transferred. Ask with dryRun to see each of them, and why.',
      FR: 'Aucun de ces cas ne peut être transféré. Demandez avec dryRun pour voir chacun d’eux, et pourquoi.',
    });
  }
}

/** What a transfer of a caseload would do at present (B9). */
export type CaseloadPreview = {
  caseload: Caseload;
  /** As they were named; null for the whole caseload. */
  caseIds: string[] | null;
  total: number;
  movable: number;
};

/** A part of the caseload, or all of it; and whether to do it, or only to say what it would do. */
export type CaseloadInput = CaseloadWish & {
  caseIds?: string[] | null | undefined;
  dryRun: boolean;
  confirm: boolean;
};

/**
 * Has the cases of a case manager go to another: inside an organization by its administrator, or to another organization by
 * Employment Nova Scotia, for a reason (B9). Jobs work them off case by case. Asked twice, it is done once (D9).
 * @returns with `dryRun` what it would do, and nothing is changed; else the id of the caseload transfer that has begun.
 * @throws as readCaseload and findChosenCases do; NothingToTransfer; ConfirmationRequired (R30).
 */
export async function transferCaseload(
  actor: Actor,
  platform: Platform,
  { dryRun, confirm, ...input }: CaseloadInput,
): Promise<{ preview: CaseloadPreview } | { caseloadTransferId: string }> {
  const day = programDay(platform.now(), platform.timeZone);
  const caseIds = input.caseIds ?? null;
  return await platform.database.$transaction(async (transaction) => {
    const caseload = await readCaseload(transaction, actor, input, day);
    if (!dryRun && confirm) {
      await lockCaseManager(transaction, caseload.fromCaseManagerId);
      const all = caseIds ?? (await findChosenCases(transaction, caseload, null)).map(({ id }) => id);
      const same = await findSameUnderWay(transaction, actor, { caseload, caseIds: all });
      if (same !== null) return { caseloadTransferId: same };
    }
    const chosen = await findChosenCases(transaction, caseload, caseIds);
    const movable = chosen.filter((row) => refusalOf(() => checkCase(caseload, row)) === null).length;
    const preview = { caseload, caseIds, total: chosen.length, movable };
    if (dryRun) return { preview };
    if (movable === 0) throw new NothingToTransfer();
    if (!confirm) {
      throw new ConfirmationRequired(await caseloadConfirmation(transaction, caseload, preview));
    }
    const caseIdsInOrder = chosen.map(({ id }) => id);
    return {
      caseloadTransferId: await beginCaseloadTransfer(transaction, platform, actor, {
        caseload,
        caseIdsInOrder,
      }),
    };
  });
}

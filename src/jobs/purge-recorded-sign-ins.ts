import { forgetRecordedSignIns } from '../domain/organizations/purge-recorded-sign-ins.ts';
import type { Platform } from '../platform/platform.ts';

/** Forgets which sign-ins of more than a day ago are on record. May run twice. */
export async function purgeRecordedSignIns(platform: Platform): Promise<void> {
  await forgetRecordedSignIns(platform.database, platform.now());
}

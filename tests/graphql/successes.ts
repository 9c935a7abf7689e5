import type { TestApi } from '../support/api.ts';
import { caseworkSuccesses } from './successes/casework.ts';
import { organizationSuccesses } from './successes/organizations.ts';
import { referralSuccesses } from './successes/referrals.ts';
import { staffSuccesses } from './successes/staff.ts';
import type { Successes } from './successes/success.ts';

/** For each mutation, how to have success with it. */
export function successes(api: TestApi): Successes {
  return {
    ...referralSuccesses(api),
    ...caseworkSuccesses(api),
    ...organizationSuccesses(api),
    ...staffSuccesses(api),
  };
}

import './errors.ts';
import './organizations.ts';
import './people.ts';
import './cases.ts';
import './correspondence.ts';
import './referrals.ts';
import './referral-mutations.ts';
import './referral-subscriptions.ts';
import './transfers.ts';
import './homepage.ts';
import './case-notifications.ts';
import './service-level.ts';
import { builder } from './builder.ts';

/** The whole schema. */
export const schema = builder.toSchema();

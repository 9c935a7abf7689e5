import { randomInt } from 'node:crypto';
import { sendEverything } from './hostile/send-everything.ts';

/** Other things are sent each time. The titles name the seed; HOSTILE_SEED=… sends the same once more. */
const seed = Number(process.env.HOSTILE_SEED ?? randomInt(2 ** 31));
console.info(`hostile inputs: HOSTILE_SEED=${seed}`);

sendEverything({ seed, runs: { mutation: 150, query: 60, subscription: 20 } });

import { sendEverything } from './hostile/send-everything.ts';

// The same in each run; `npm run test:deep` sends more, and something else each time.
sendEverything({ seed: 20_261, runs: { mutation: 12, query: 6, subscription: 4 } });

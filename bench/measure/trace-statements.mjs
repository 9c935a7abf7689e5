// Preloaded into the service: appends each statement it sends, its values and how long its answer took, to the file in TRACE_FILE.
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/src/main.ts`);
const { Client } = require('pg');
const { query } = Client.prototype;

Client.prototype.query = function (config, ...rest) {
  const since = performance.now();
  const values = config?.values ?? (Array.isArray(rest[0]) ? rest[0] : undefined);
  const text = typeof config === 'string' ? config : config?.text;
  const note = () => {
    const entry = { text, name: config?.name, values, ms: performance.now() - since, at: since };
    appendFileSync(
      process.env.TRACE_FILE,
      `${JSON.stringify(entry, (_key, value) => (typeof value === 'bigint' ? String(value) : value))}\n`,
    );
  };
  const told = rest.at(-1);
  if (typeof told === 'function') {
    rest[rest.length - 1] = (...results) => {
      note();
      return told(...results);
    };
    return query.call(this, config, ...rest);
  }
  const sent = query.call(this, config, ...rest);
  sent?.then?.(note, note);
  return sent;
};

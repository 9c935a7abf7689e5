import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { bearerOf } from '../bearer.ts';
import { peerSettings } from '../settings.ts';

const { port, databaseUrl, issuer, audience, poolSize } = peerSettings(process.env);
const subjectOf = bearerOf(issuer, audience);

const preset: GraphileConfig.Preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({ connectionString: databaseUrl, schemas: ['app'], poolConfig: { max: poolSize } }),
  ],
  grafserv: {
    graphiql: false,
    watch: false,
    websockets: false,
    outputDataAsString: true,
    parseAndValidateCacheSize: 500,
  },
  grafast: {
    explain: false,
    context: async (requestContext) => ({
      pgSettings: { 'jwt.sub': await subjectOf(requestContext.node?.req.headers.authorization) },
    }),
  },
};

const pgl = postgraphile(preset);
const server = createServer();
await pgl.createServ(grafserv).addTo(server);
await pgl.getSchema();
server.listen(port, '127.0.0.1', () => console.log('ready'));
process.once('SIGINT', () => process.exit());

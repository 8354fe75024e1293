import '../support/temporal.ts';
import { startServer } from '../../server/main.ts';
import { serverConfig } from '../support/server-config.ts';

/** The real server; its clock stands in the window, or every push would be refused. */
const server = await startServer(serverConfig(process.argv[2] as string, 'dgservic'), {
  clock: { now: () => Date.parse('2026-11-20T10:00:00Z') },
});
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
process.send?.({ url: server.url });

import type { IncomingMessage } from 'node:http';

/** The path of a request's target without its query; empty where the target is none. Koa's own throws at such targets. */
export const targetPath = ({ url }: Pick<IncomingMessage, 'url'>): string => /^\/[^?#]*/.exec(url ?? '')?.[0] ?? '';

import { z } from 'zod';

// Zod compiles schemas with `new Function` where it can; our Content-Security-Policy allows none, and the server follows suit.
z.config({ jitless: true });

export { z };

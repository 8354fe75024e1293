import { readdir, readFile } from 'node:fs/promises';

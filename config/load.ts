/** What the rest of the program takes from config: reading the settings files, and watching them. */
export { configFile, loadConfig, loadDirectory } from './files.ts';
export type { Config, ConfigPlace } from './files.ts';
export { watchConfig } from './watch.ts';
export type { ConfigListener } from './watch.ts';

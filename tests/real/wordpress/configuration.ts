import { randomBytes } from 'node:crypto';

const KEYS = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [`${name}_KEY`, `${name}_SALT`]);

const constants = (values: Record<string, string | boolean>): string =>
  Object.entries(values)
    .map(([name, value]) => `define('${name}', ${typeof value === 'string' ? `'${value}'` : value});`)
    .join('\n');

/** `wp-config.php` of a site at `https://host`: TLS ends before it, and it reaches nothing outside. */
export const makeConfiguration = (host: string, socket: string): string => `<?php
${constants({
  DB_NAME: 'wp',
  DB_USER: 'root',
  DB_PASSWORD: '',
  DB_HOST: `localhost:${socket}`,
  DB_CHARSET: 'utf8mb4',
  DB_COLLATE: '',
  WP_HOME: `https://${host}`,
  WP_SITEURL: `https://${host}`,
  WP_HTTP_BLOCK_EXTERNAL: true,
  AUTOMATIC_UPDATER_DISABLED: true,
  DISABLE_WP_CRON: true,
  ...Object.fromEntries(KEYS.map((key) => [key, randomBytes(24).toString('hex')])),
})}
$_SERVER['HTTPS'] = 'on';
$table_prefix = 'wp_';
define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** Addresses that are no files are WordPress's own, as with the rules of a web server. */
export const ROUTER = `<?php
$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
if ($path !== '/' && file_exists($root . $path)) {
  if (is_dir($root . $path) && substr($path, -1) !== '/') { header('Location: ' . $path . '/'); exit; }
  return false;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = $root . '/index.php';
chdir($root);
require $root . '/index.php';
`;

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

/** Posts are written in the block editor, pages in the classic one. */
export const CLASSIC_PAGES = `<?php
add_filter('use_block_editor_for_post_type', fn ($use, $type) => $use && $type !== 'page', 10, 2);
`;

/** The author has seen the guide through the block editor. */
export const GUIDE_SEEN = `insert into wp_usermeta (user_id, meta_key, meta_value) values (1, 'wp_persisted_preferences',
  'a:1:{s:14:"core/edit-post";a:1:{s:12:"welcomeGuide";b:0;}}')`;

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

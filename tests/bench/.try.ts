import { measureDialog } from './dialog.ts';
import { buildEmptyExtension } from './empty-extension.ts';
import { measureHumanPost } from './human-post.ts';
import { openPageBrowser } from './page-browser.ts';
import { measureTyping } from './typing.ts';

const ext = '/work/main/.output/chrome-mv3';
const what = process.argv[2];
if (what === 'dialog') {
  console.log(await measureDialog(ext));
} else {
  const b = await openPageBrowser([ext, await buildEmptyExtension()]);
  try {
    console.log(what === 'typing' ? await measureTyping(b) : await measureHumanPost(b));
  } finally {
    await b.close();
  }
}

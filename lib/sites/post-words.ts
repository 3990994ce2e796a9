/**
 * What the buttons that publish say, lower case, by language. Matched as whole words of the accessible name
 * (find-generic.ts). Nouns and words that also begin other buttons ("Post options") stand in `first`: they must
 * begin the name. Verbs that mean nothing else stand in `anywhere`, where they may begin it as well.
 * Words are parted by `|` and have nothing in them but letters and spaces: they go into a pattern as they are.
 */
type PostWords = readonly [first: string, anywhere: string];

export const POST_WORDS: Readonly<Record<string, PostWords>> = {
  en: [
    'post|reply|comment|send|submit|share|tweet|toot|repost|reblog|quote|queue|schedule|add comment',
    'publish|post anyway|post all|post reply|post comment|submit post|send now',
  ],
  de: [
    'antworten|antwort|kommentieren|teilen|beitragen',
    'veröffentlichen|posten|abschicken|absenden|senden|einreichen|twittern|tröten',
  ],
  fr: ['répondre|commenter|partager|soumettre|valider', 'publier|poster|envoyer|tweeter'],
  es: ['responder|comentar|compartir', 'publicar|postear|enviar|twittear|tuitear'],
  pt: ['responder|comentar|partilhar|compartilhar', 'publicar|postar|enviar|tweetar'],
  it: ['posta|rispondi|commenta|condividi', 'pubblica|pubblicare|invia|inviare|twitta'],
  nl: ['plaats|reageren|antwoorden|delen', 'plaatsen|publiceren|versturen|verzenden|posten'],
  pl: ['odpowiedz|skomentuj|udostępnij|dodaj', 'opublikuj|publikuj|wyślij|zamieść'],
  sv: ['svara|kommentera|dela|lägg upp', 'publicera|skicka|posta'],
  da: ['slå op|svar|kommenter|send|del|opslå', 'udgiv|offentliggør|publicer'],
  nb: ['svar|kommenter|send|del', 'publiser|legg ut'],
  fi: ['vastaa|kommentoi|jaa|twiittaa', 'julkaise|lähetä'],
  cs: ['odpovědět|komentovat|sdílet|přidat příspěvek', 'zveřejnit|publikovat|odeslat'],
  hu: ['válasz|hozzászólás|megosztás', 'közzététel|közzétesz|posztolás|küldés'],
  ro: ['răspunde|comentează|distribuie', 'publică|postează|trimite'],
  tr: ['yanıtla|yorum yap|tweetle', 'gönder|paylaş|yayınla|yayımla'],
  el: ['απάντηση|σχόλιο|κοινοποίηση', 'δημοσίευση|ανάρτηση|αποστολή'],
  ru: ['ответить|комментировать|поделиться|твитнуть', 'опубликовать|отправить|запостить'],
  uk: ['відповісти|коментувати|поширити|дописати', 'опублікувати|надіслати'],
  ar: ['أرسل|رد|تعليق|تغريد|مشاركة', 'نشر|انشر|إرسال'],
  he: ['שלח|הגב|תגובה|שתף', 'פרסם|פרסום|שליחה'],
  hi: ['उत्तर दें|जवाब दें|टिप्पणी करें|साझा करें|पोस्ट', 'पोस्ट करें|प्रकाशित करें|भेजें'],
  id: ['posting|balas|komentari|bagikan|unggah', 'kirim|terbitkan|publikasikan'],
  vi: ['đăng|gửi|trả lời|bình luận|chia sẻ', 'đăng bài|xuất bản'],
  th: ['โพสต์เลย|ส่ง|ตอบกลับ|แสดงความคิดเห็น|แชร์', 'โพสต์|เผยแพร่'],
  ja: [
    '投稿|ポスト|ツイートする|公開|送信|返信|返信する|コメントする|シェア|共有する|すべて投稿|すべてポスト',
    '投稿する|ポストする|公開する|送信する',
  ],
  ko: ['게시|보내기|전송|답글|답글 달기|댓글|등록|공유하기|발행', '게시하기|올리기|발행하기'],
  zh: [
    '发帖|发送|提交|回复|评论|分享|全部发布|發表|發文|發送|送出|提交|回覆|留言|貼文|全部發佈',
    '发布|发表|發佈|發布',
  ],
};

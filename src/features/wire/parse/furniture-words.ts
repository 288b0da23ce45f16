/**
 * Words that pages set around a story, in the languages that pages here are likely to be in. A line that is nothing but
 * one of these is furniture; lines of other words are told by their shape and place.
 */
const WORDS = `
back to top|top|most popular|most read|most viewed|most shared|latest news|latest|breaking news|trending|trending now|editors' picks
subscribe|subscribe now|sign up|sign in|log in|login|register|newsletter|newsletters|share|share this|share this article|tweet|email|e-mail
print|save|comments|comment|leave a comment|add comment|view comments|reply|menu|home|search|close|skip to content|skip to main content
related|related articles|related news|related stories|related topics|read more|more|more news|more stories|see also|you may also like|recommended
recommended for you|advertisement|ad|ads|sponsored|sponsored content|promoted|follow us|facebook|twitter|x|linkedin|whatsapp|instagram|youtube|telegram|reddit|pinterest
copy link|link copied|listen|play|loading|next|previous|next article|previous article|about us|contact|contact us|privacy policy|terms of use|terms of service
cookie policy|sitemap|site map|rss|gallery|photos|videos|video|audio|podcast|tags|topics|keywords|font size|text size|a+|a-|language|english|한국어|中文|日本語
topstories|top stories|in pictures|live|opinion|sports|business|world|politics|culture|entertainment|weather|technology|lifestyle
nach oben|zum seitenanfang|meistgelesen|neueste nachrichten|abonnieren|anmelden|registrieren|teilen|drucken|kommentare|kommentieren|startseite|suche|menü
mehr zum thema|lesen sie auch|lesen sie mehr|weiterlesen|anzeige|werbung|das könnte sie auch interessieren|impressum|datenschutz|kontakt|merken|zur startseite|themen|schlagworte
haut de page|retour en haut|les plus lus|à lire aussi|lire aussi|lire la suite|s'abonner|se connecter|partager|imprimer|commentaires|accueil|rechercher|publicité|mentions légales
volver arriba|lo más leído|lo más visto|últimas noticias|suscríbete|suscribirse|iniciar sesión|compartir|imprimir|comentarios|inicio|buscar|publicidad|te puede interesar|noticias relacionadas|más noticias|leer más
torna su|i più letti|ultime notizie|abbonati|accedi|condividi|stampa|commenti|pubblicità|leggi anche|leggi tutto
voltar ao topo|mais lidas|últimas notícias|assine|entrar|compartilhar|comentários|publicidade|leia também|leia mais|saiba mais
terug naar boven|meest gelezen|laatste nieuws|abonneren|inloggen|delen|reacties|advertentie|lees ook|lees meer
till toppen|mest läst|senaste nytt|prenumerera|logga in|dela|annons|läs mer|läs också|mest lest|siste nytt|abonner|del|les også|les mer|annonse
맨위로|맨 위로|위로|많이 본 뉴스|많이 본 기사|인기 기사|인기기사|인기뉴스|최신 뉴스|최신뉴스|최신기사|구독|구독하기|공유|공유하기|댓글|댓글쓰기|프린트|인쇄|로그인|회원가입|관련기사|관련 기사|관련뉴스|메뉴|홈|검색|광고|기사제보|글자크기|스크랩|좋아요|실시간 뉴스|이전 기사|다음 기사|닫기|더보기|본문 바로가기|주요뉴스|핫뉴스
トップへ戻る|ページトップへ|人気記事|アクセスランキング|最新ニュース|新着記事|購読|シェア|コメント|印刷|ログイン|会員登録|関連記事|メニュー|ホーム|検索|広告|おすすめ|続きを読む
返回顶部|热门新闻|热门文章|最新新闻|最新消息|订阅|分享|评论|打印|登录|注册|相关新闻|相关阅读|菜单|首页|搜索|广告|更多|推荐阅读
наверх|популярное|самое читаемое|последние новости|подписаться|поделиться|комментарии|печать|войти|читайте также|реклама|главная|поиск|меню|ещё
`;

const KNOWN = new Set(
  WORDS.split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== ''),
);

const bareLine = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^[^\p{L}\p{N}]{1,8}/u, '')
    .replace(/[^\p{L}\p{N}+'-]{1,8}$/u, '')
    .trim();

const COPYRIGHT =
  /^[<[(\s]{0,4}(?:©|ⓒ|\(c\)|copyright|저작권자|무단\s?전재)|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|무단\s?전재|재배포\s?금지|無断転載|版权所有|все права защищены/i;

/** Sentences that ask the reader for something instead of telling the story. */
const APPEAL =
  /^(?:\d{1,3}[ -]?min(?:ute)?s?[ -]read\b|related coverage|we want to hear what you think|lesezeit\b|sign up (?:for|to)|subscribe (?:to|for|now)|follow (?:us|@|the \w+ on)|click here|read more\b|read also\b|also read\b|related:|more:|watch:|listen:|download (?:our|the) app|get the latest|join our|like us on|share this|this article (?:was|has been) (?:originally )?(?:published|viewed)|we use cookies|this (?:site|website) uses cookies|for more (?:news|stories|information)[, ]|photo:|photo by|image:|image credit|source:|lesen sie (?:auch|mehr)|mehr (?:zum|dazu)|folgen sie|abonnieren sie|lire aussi|à lire|lee también|leggi anche|leia também|lees ook|les også|läs (?:mer|också)|▶|☞|관련기사|\[사진|читайте также)/i;

/** Whether a line is furniture by its words: a known label, a copyright line, an appeal, or nothing but an address. */
export function isFurnitureLine(line: string): boolean {
  const text = line.trim();
  if (text.length > 300) return false;
  return (
    KNOWN.has(bareLine(text)) ||
    COPYRIGHT.test(text) ||
    APPEAL.test(text) ||
    ADDRESS.test(text) ||
    BAR.test(text)
  );
}

const ADDRESS = /^(?:https?:\/\/\S{1,250}|www\.\S{1,200}|\(?[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}\)?)$/i;

/** A row of separated labels: "Home | News | Sport", "Home > World". */
const BAR = /^[^|>»·•\n]{1,30}(?:\s?[|»·•]\s?[^|>»·•\n]{1,30}){2,20}$/;

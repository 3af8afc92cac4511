"""What newsrooms and their pages print round an article, as beginnings and patterns of whole paragraphs.

Closed lists in the languages the engine knows; lower case. A paragraph that matches is not the article's own text.
"""

from __future__ import annotations

from typing import Final

from variorum.engine.words.speech import listed


def _entries(text: str) -> tuple[str, ...]:
    """The entries of a list set with semicolons; an entry may hold blanks."""
    return tuple(" ".join(entry.split()) for entry in text.split(";"))


ANYHOW: Final = _entries(
    """follow our live blog; thank you for reading; thanks for reading; enjoyed this article?;
        keep up with the latest; sign up for; sign up to; sign up here; subscribe to; subscribe now;
        subscribe here; subscribe for; already a subscriber; follow us; like us on; join us on;
        join our; join the conversation; join the discussion; share this; share on; share via;
        share article; share story; click here; tap here; read more:; read more »; read also:;
        read next:; read the full; also read:; lisez aussi; comparte esta; mehr aus der; share if you;
        tune in; to advertise; with assistance from; with reporting from; comments have been;
        story continues; article continues; continue reading; continued on page; weiterlesen nach;
        see also:; related:; related articles; related stories; related links; most read;
        recommended for you; you may also like; you might also like; you may be interested;
        don't miss:; up next:; this story continues; previous post; previous article; previous story;
        next post:; next article; next story; listen again; listen to this article; watch:;
        watch live:; watch now:; watch more:; video:; gallery:; live updates:; source:; sources:;
        via:; tags:; topics:; filed under; keywords:; copyright ©; copyright 20; ©; ©20; (c) 20;
        all rights reserved; comments are closed; comments (; leave a comment; leave a reply;
        post a comment; view comments; view all comments; additional reporting; (additional reporting;
        additional research; reporting by; (reporting by; reporting and writing by; writing by;
        (writing by; (editing by; editing by; (compiled by; with files from; with reporting by;
        with additional reporting; (with inputs from; with inputs from; our standards:;
        letters to the editor; to contact the; to report an error; download our app; get the app;
        support our journalism; support independent journalism; donate now; sponsored by;
        published by; first published; last updated; last modified; updated:; published:; posted:;
        posted on; posted in; this page is updated; this page will be updated; refresh this page;
        reload this page; accept cookies; we use cookies; this site uses cookies;
        this website uses cookies; terms of use; privacy policy; lesen sie auch; lesen sie mehr;
        lesen sie hier; mehr dazu; weitere artikel; weitere nachrichten; siehe auch; auch interessant;
        das könnte sie; jetzt abonnieren; jetzt testen; jetzt kostenlos; abonnieren sie;
        newsletter abonnieren; melden sie sich für; quelle:; quellen:; teilen sie;
        alle rechte vorbehalten; mit material von; mit material der; mit agenturmaterial; mitarbeit:;
        (mitarbeit; redaktion:; schlagworte:; lea también; lee también; lea además;
        le puede interesar; te puede interesar; también te puede; te recomendamos; más información:;
        más noticias; noticias relacionadas; suscríbete; suscríbase; suscribirse; regístrate;
        síguenos; siga leyendo; sigue leyendo; fuente:; fuentes:; todos los derechos reservados;
        con información de; (con información de; etiquetas:; lire aussi; à lire aussi; a lire aussi;
        à lire :; lire également; voir aussi; à voir aussi; abonnez-vous; inscrivez-vous; s'abonner;
        s’abonner; suivez-nous; suivez l'actualité; source :; tous droits réservés; (avec afp;
        avec afp; mots-clés; leggi anche; leia também; lees ook; читайте также; подписывайтесь;
        подпишитесь; источник:; поделиться; все права защищены;
        来源：; 来源:; 责任编辑; （责任编辑; 编辑：; 相关阅读;
        相关新闻; 延伸阅读; 版权所有; 関連記事; 続きを読む;
        無断転載;
        اقرأ أيضا; اقرأ أيضًا; المصدر:; جميع الحقوق محفوظة"""
)
"""Beginnings that tell by themselves, as long as the paragraph is short."""

OPEN_ENDED: Final = _entries(
    """read more; read full; see more; show more; load more; related; more from; more on this;
        more on that; more like this; watch; listen; get our; get the latest; get all the latest; sign up;
        subscribe; register; log in; sign in; join; follow; like this; enjoyed this; share; tweet;
        support us; support the; help us; chip in; donate; become a; trending; recommended; in pictures;
        in full:; also:; next:; have a story; have you; do you; got a; got an; are you; want to; email;
        e-mail; contact; call; text; write to; tell us; let us know; send us; visit; for more;
        stay up to date; never miss; don't miss; jetzt; mehr:; newsletter; abonnieren; teilen; drucken;
        kommentare; hören sie; sehen sie; folgen sie; haben sie; suscr*; síg*; comenta; descarga; escucha;
        mira; abonne*; écoutez; découvrez; retrouvez; regardez; téléchargez; commentaires"""
)
"""Beginnings that tell where the line is short, has no full stop, and calls on the reader; `*`: any ending."""

LABELS: Final = frozenset(
    _entries(
        """además; most shared; picture gallery; fotogalería; fotostrecke; blogroll; contacto; also read;
        also watch; explained; explainer; fact box; factbox; graphic; grafik; infographic;
        interactive; interaktiv; map; sponsored; auch interessant; comment; crossword; direct;
        en direct; from the archive; from the archives; gallery; in pictures; listen; live; mehr;
        mehr zum thema; more; more on this story; most popular; most read; most viewed; más;
        más sobre este tema; newsletter; next; now read; opinion; photo gallery; photos; podcast;
        podcast zum thema; poll; popular; previous; quiz; read; read more; read this; recommended;
        related; related stories; related story; see also; sondage; también; timeline; trending;
        video; videos; vidéo; vídeo; watch; zum thema; à lire; видео; читайте"""
    )
)
"""What stands before a colon in a line without a full stop that only points elsewhere."""

BRIEF: Final = _entries(
    """page 1; page 2; print this; have your say; sign in to; log in to; be the first to; compiled by;
        edited by; subscribe from; copyright; folgen sie; hier geht es zu; apúntate; suivez; recevez;
        get the latest; follow our; follow the; thank you for reading; thanks for reading; enjoyed this;
        keep up with the latest; never miss; stay informed; danke fürs lesen"""
)
"""Beginnings that tell where the line is short and has no full stop."""

ALONE: Final = frozenset(
    _entries(
        """ad; advert; advertisement; advertisements; anzeige; back to top; comments; compartir;
        download the app; ends; for immediate release; for release; press release; news release; media release;
        media advisory; notes to editors; pressemitteilung; medienmitteilung; communiqué de presse; nota de prensa;
        comunicado de prensa; пресс-релиз; 30; editor's picks; editors' picks; further reading; latest news;
        leer más; lire la suite; mehr zum thema; more stories; most popular; most read; most viewed;
        partager; promoted content; publicidad; publicité; read more; read next; recommended;
        recommended stories; related articles; related content; related links; related news;
        related stories; related topics; share; show comments; skip advert; sponsored; sponsored content;
        teilen; top stories; trending; ver más; weiterlesen; werbung; zum thema; zur startseite; реклама;
        إعلان; 分享; 広告"""
    )
)
"""Lines that tell only when nothing else stands in them."""

SHARE_WORDS: Final = listed(
    """article bluesky bookmark comment comments compartir copy drucken e-mail email enviar envoyer facebook flipboard
    imprimer imprimir likes link linkedin mailen mastodon merken messenger more on partager pin pinterest post print
    reddit save share story teilen telegram this threads tweet twitter via viber vk whatsapp x"""
)
"""A line of nothing but these is a row of buttons."""

SERVICES: Final = listed(
    """app apps subscribe subscribers subscription newsletter newsletters podcast bulletin inbox alerts e-paper epaper
    download website donation briefing advert advertisers abo abonnement abonnieren abonnenten herunterladen
    suscríbase suscripción comments readers articles boletín descargar aplicación appli application télécharger
    abonnés infolettre site"""
)
"""What newsrooms offer their readers."""

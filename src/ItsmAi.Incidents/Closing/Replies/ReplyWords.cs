namespace ItsmAi.Incidents.Closing.Replies;

/// <summary>The words that replies are read by: English, German, some French and Spanish, without accents.</summary>
internal static class ReplyWords
{
    public static readonly string[] Automatic = Split(
        """
        out of office|out of the office|automatic reply|automatic response|auto reply|autoreply|on annual leave|on vacation until
        on parental leave|limited access to email|this mailbox is not monitored|undeliverable
        delivery has failed|mail delivery failed
        automatische antwort|abwesenheitsnotiz|abwesenheitsassistent|nicht im buro|nicht im haus
        bin im urlaub|automatisch erstellt
        reponse automatique|absent du bureau|absente du bureau|absence du bureau|en conges jusqu'au
        respuesta automatica|fuera de la oficina|estoy de vacaciones
        """);

    /// <summary>Trouble that is said to be over: read first, for it holds words of trouble.</summary>
    public static readonly string[] Over = Split(
        """
        no longer broken|no longer failing|no longer happens|no longer happening|no longer occurs
        not broken anymore|not broken any more
        not happening anymore|not happening any more|hasn't happened again|has not happened again|no more errors|no more problems
        no more issues|no errors anymore|no errors any more|no problems anymore|problem is gone|error is gone
        issue is gone|the error has gone
        nicht mehr kaputt|kein fehler mehr|keine fehler mehr|kein problem mehr|keine probleme mehr|fehler ist weg|problem ist weg
        tritt nicht mehr auf|plus d'erreur|plus de probleme|plus aucun probleme|ya no falla|ya no hay errores|ya no da error
        """);

    public static readonly string[] Broken = Split(
        """
        still broken|still failing|still fails|still down|still the same|still happening|still happens
        still getting|still see|still have
        still no|still not|still can't|still cannot|still unable|still an issue|still a problem|still crashes
        still crashing|same error
        same problem|same issue|problem persists|issue persists|error persists|is back|came back
        happened again|broken again|down again
        failing again|fails again|crashed again|no change|no improvement|worse|please reopen
        reopen the ticket|reopen this|reopen it
        not yet fixed|broken|no luck|didn't help|did not help|doesn't help|does not help
        immer noch|noch immer|nach wie vor|weiterhin|noch nicht|schon wieder|wieder kaputt|kaputt|gleicher fehler|gleiche fehler
        gleiche problem|selbe problem|selbe fehler|besteht noch|keine besserung|keine anderung|hat nicht geholfen|wieder offnen
        toujours pas|toujours le meme|toujours en panne|meme erreur|meme probleme|en panne|encore en panne
        no funciona|sigue sin|sigue fallando|sigue igual|todavia no|aun no|mismo error|mismo problema
        """);

    public static readonly string[] Confirming = Split(
        """
        works|it worked|that worked|this worked|is working|it's working|its working|working now|working again
        working fine|all working
        works now|fixed|solved|resolved|sorted|all good|all fine|all set|please close|can be closed
        you can close|you may close|ok to close
        did the trick|that helped|can log in now|can login now|back to normal|up and running
        geht wieder|geht jetzt|jetzt geht|funktioniert|lauft wieder|lauft jetzt|gelost|behoben|erledigt|alles gut|alles bestens
        kann geschlossen werden|konnen sie schliessen|hat geholfen|hat geklappt|klappt
        ca marche|cela marche|marche maintenant|fonctionne|c'est resolu|probleme resolu|c'est regle|tout est bon
        ya funciona|funciona|resuelto|solucionado|arreglado|todo bien
        """);

    public static readonly string[] Thanks = Split(
        """
        thanks|thank you|thx|cheers|much appreciated|danke|dankeschon|vielen dank|besten dank|herzlichen dank|merci|gracias
        """);

    /// <summary>What may stand beside a thank-you without saying anything else.</summary>
    public static readonly string[] Courtesy = Split(
        """
        a lot|lot|so much|very much|many|much|very|again|all|guys|team|everyone|hi|hello|great|perfect|super
        awesome|excellent|brilliant|wonderful
        for your help|for the help|for the quick help|for your quick help|for the fast help|for your support
        for the support|quick fix
        for the quick fix|for the fix|great job|good job|well done|you|to|and|hallo|fur die hilfe
        fur ihre hilfe|fur die schnelle hilfe|fur deine hilfe|sehr|schon
        prima|toll|beaucoup|bien|bonjour|pour votre aide|muchas|mil|hola|por la ayuda|por su ayuda|perfecto
        parfait|have a nice day
        """);

    /// <summary>What makes both a confirmation and a complaint a mere possibility.</summary>
    public static readonly string[] Possible = Split(
        """
        if|in case|whether|maybe|perhaps|possibly|not sure|unsure|don't know|do not know|falls|wenn|ob|vielleicht|eventuell
        nicht sicher|weiss nicht|peut etre|peut|pas sur|sais pas|quiza|quizas|tal vez|no se|no estoy seguro
        """);

    /// <summary>What makes a confirmation less than one.</summary>
    public static readonly string[] Reserving = Split(
        """
        but|however|except|although|only|until|unless|should|need|needs|want|would|could|will|i'll|we'll|when
        once|before|still|yet|almost
        partly|partially|sometimes|mostly|hope|hopefully|think|guess|seems|seem|looks|appears|try|check|test
        monday|tuesday|wednesday
        thursday|friday|tomorrow|later|next week|another|new|different|other|also|to be|not|never|no|none
        nothing|neither|nor|far|waiting
        intermittently|slow|error|errors|problem with|one more|for now|temporarily|workaround|supposed|said|says|claims|in advance
        aber|jedoch|allerdings|nur|bis|sollte|muss|werde|wird|scheint|glaube|denke|hoffe|hoffentlich|morgen
        spater|teste|prufe|montag
        manchmal|teilweise|noch|nicht|kein|keine|nie|ausser|anderes|im voraus
        mais|sauf|demain|lundi|verifier|semble|crois|espere|pas|parfois|encore|avance
        pero|excepto|manana|lunes|parece|creo|espero|veces|todavia|aun|antemano
        """);

    public static readonly string[] Negations = Split(
        """
        not|never|cannot|nicht|nie|pas|isnt|doesnt|dont|didnt|wasnt|hasnt|havent|cant|wont|hardly|barely
        """);

    /// <summary>What says that something is in order, until a negation stands near it.</summary>
    public static readonly string[] Order = Split(
        """
        work|works|working|worked|fixed|solved|resolved|sorted|better|ok|okay|fine|connect|log|login|access|open|print
        geht|funktioniert|lauft|gelost|behoben|erledigt|klappt|besser|marche|fonctionne|resolu|regle|funciona|resuelto|solucionado
        """);

    private static string[] Split(string words) =>
        words.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

namespace ItsmAi.ServiceDeskWorld.Company;

/// <summary>Names, units and sites that the company's people are made of.</summary>
internal static class PeopleNames
{
    public static IReadOnlyList<string> Given { get; } =
    [
        "Adaeze", "Bruno", "Carla", "Dmitri", "Elif", "Farid", "Greta", "Hanna", "Imran", "Jolanta", "Kofi", "Lena",
        "Mateo", "Nadia", "Oskar", "Priya", "Quentin", "Rosa", "Sven", "Tomoko", "Ulla", "Viktor", "Wanda", "Xenia",
        "Yusuf", "Zofia", "Anselm", "Brigitte", "Claire", "Didier",
    ];

    public static IReadOnlyList<string> Family { get; } =
    [
        "Abara", "Bellmann", "Castellan", "Dorval", "Ekström", "Fontaine", "Grabowski", "Hollering", "Ibarra", "Jansky",
        "Kessel", "Lindqvist", "Marchetti", "Nakata", "Oduya", "Petrov", "Quint", "Rosenthal", "Szabo", "Tremblay",
        "Ulrich", "Vasile", "Wexford", "Yilmaz", "Zeman", "Achterberg",
    ];

    public static IReadOnlyList<string> Units { get; } =
        [
            "Finance", "Sales", "Production", "Logistics", "Human Resources", "Research", "Purchasing",
            "Quality", "Legal", "Marketing",
        ];

    public static IReadOnlyList<(string Name, string Code, string Language)> Sites { get; } =
    [
        ("Leipzig", "LEJ", "de"), ("Bristol", "BRS", "en"), ("Lyon", "LYS", "fr"),
        ("Rotterdam", "RTM", "en"), ("Malmö", "MMA", "en"),
    ];
}

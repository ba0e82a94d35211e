"""Words of invented CVs: people, places, institutions, topics, titles, sentences."""

from __future__ import annotations

from random import Random


def table(text: str) -> list[str]:
    return [word.strip() for word in text.replace("\n", ";").split(";") if word.strip()]


FIRST = table("""
Ada;Alma;Amir;Ana;Anders;Andrea;Anita;Anton;Aya;Beatriz;Ben;Bruno;Carla;Chen;Clara;Daniel;David;Diego;Dmitri;Elena
Elif;Emma;Erik;Eva;Fatima;Felix;Greta;Hanna;Haruto;Hugo;Ines;Ivan;Jan;Jia;Joao;José;Julia;Jun;Kamala;Karim;Kofi
Laura;Lea;Leila;Li;Liam;Lin;Luca;Lucía;Magda;Maria;Mark;Marta;Maya;Mei;Mina;Nadia;Nina;Noah;Nora;Olga;Omar;Oscar
Pablo;Paula;Priya;Ravi;Rita;Rosa;Samuel;Sara;Sofia;Stefan;Tara;Thomas;Tomás;Vera;Victor;Wei;Yara;Yuki;Zoë""")
LAST = table("""
Abara;Almqvist;Andersen;Arden;Baptiste;Barlow;Becker;Bianchi;Brandt;Carver;Castellan;Chaudhry;Cohen;Costa;Cruz;Dalgaard
Demir;Dubois;Duran;Eriksson;Farrow;Fernandes;Ferrante;Fischer;Fontaine;Fujita;García López;Gruber;Haddad;Halloran;Hansen
Hayashi;Holm;Horvat;Ito;Ivanova;Jansen;Jensen;Kaya;Keller;Khan;Kim;Kowalska;Kumar;Laine;Lam;Lee;Lindqvist;Liu;Lombard
MacRae;Mensah;Mitchell;Moreau;Müller;Nakata;Nguyen;Novak;O’Dell;Okafor;Olsen;Ortega;Park;Patel;Petrov;Pires;Popescu
Quint;Rahman;Ramos;Reyes;Ribeiro;Rossi;Roth;Sato;Schmidt;Silva;Singh;Smythe;Sørensen;Suzuki;Tanaka;Taylor-Reed;Torres
Tran;van den Berg;van Dijk;Vargas;Vogel;Walsh;Wang;Weber;Wójcik;Wong;Wu;Xu;Yamada;Yilmaz;Young;Zhang;Zhou;de la Rosa""")
CITIES = table("""
Oslo, Norway;Lund, Sweden;Berlin, Germany;Munich, Germany;Paris, France;Lyon, France;Madrid, Spain;Seville, Spain
Lisbon, Portugal;Rome, Italy;Turin, Italy;Vienna, Austria;Zurich, Switzerland;Prague, Czech Republic;Warsaw, Poland
Leeds, UK;Bristol, United Kingdom;Dublin, Ireland;Boston, MA;Chicago, IL;Austin, TX;Denver, CO, USA;Seattle, WA, USA
New York, NY;Toronto, Canada;Vancouver, BC, Canada;Montréal, Québec;Lima, Peru;Bogotá, Colombia;São Paulo, Brazil
Nairobi, Kenya;Cape Town, South Africa;Cairo, Egypt;Istanbul, Turkey;Mumbai, India;Beijing, China;Kyoto, Japan
Seoul, South Korea;Singapore;Hanoi, Vietnam;Sydney, Australia;Auckland, New Zealand;Honolulu, Hawai‘i;Virtual;Online""")
SCHOOLS = table("""
University of {c};{c} University;{c} State University;{c} Institute of Technology;Technical University of {c}
{c} College;Universität {c};Université de {c};Universidad de {c};Università di {c};National University of {c}
Royal Institute of {c};{c} School of Economics;{s} University;{s} College;University of {c} ({a})
The University of {c};{c} Medical School;Politecnico di {c};KU {c}""")
FIRMS = table("""
{s} Labs;{s} Inc.;{s} & {t};{s} Technologies;{s} Consulting GmbH;Institute for {f};Center for {f};{s} Foundation
National Laboratory of {c};Max {s} Institute for {f};{c} Museum of Natural History;{s} Analytics Ltd;City of {c}
Ministry of Health;Central Bank of {c};{s} AI;Google;Acme Corp.;{c} General Hospital;European Space Centre;{a} Research""")
UNITS = table("""
Department of {f};School of {f};Faculty of {f};{f} Group;Laboratory of {f};Institute of {f};Dept. of {f};{s} Lab""")
FIELDS = table("""
Physics;Computer Science;Economics;History;Chemistry;Political Science;Mathematics;Statistics;Psychology;Linguistics
Molecular Biology;Electrical Engineering;Philosophy;Sociology;Earth Sciences;Public Health;Materials Science;Ecology
Neuroscience;Anthropology;Education;Art History;Astronomy;Mechanical Engineering;Data Science;Epidemiology""")
ADJECTIVES = table("""
adaptive;comparative;early modern;efficient;experimental;fast;global;hidden;high-dimensional;human-centered;interactive
large-scale;late;local;low-cost;multi-agent;nonlinear;open;optimal;postcolonial;probabilistic;quantum;rapid;robust
rural;sparse;spatial;stochastic;structural;tropical;unified;urban;visual;1-D;3D;long-term;self-supervised""")
NOUNS = table("""
analysis;archives;attention;bacteria;bargaining;behavior;boundaries;catalysis;climate models;cities;cognition;collapse
data;decision making;democracy;diffusion;dynamics;education;elections;electrons;erosion;estimation;evolution;fields
forests;galaxies;gender;graphs;growth;health care;imaging;inequality;inference;innovation;institutions;interfaces
labor markets;language models;learning;memory;migration;monsoons;narratives;networks;optimization;particles;plasma
policy;polymers;populations;prices;proteins;reading;regression;robots;rocks;sampling;security;sensors;signals;soils
stars;supply chains;teachers;tides;trade;translation;transport;trust;visualization;voters;waves;wages;work""")
TAILS = table("""
in the twentieth century;in Latin America;under uncertainty;with limited data;in the wild;at scale;since 1945
between 1890 and 1914;for the classroom;of the Baltic Sea;in mice;by design;from space;and beyond;a case study of {c}
evidence from {c};an application to {n};lessons from 12 countries;2010–2020;a review;revisited;in the age of {n}""")
JOURNALS = table("""
Journal of {f};International Journal of {n};Annals of {f};{f} Letters;Review of {f};{f} & {g};Transactions on {n}
Nature {f};Physical Review E;Proceedings of the Royal Society;PLOS ONE;Scientific Reports;{c} Quarterly;Journal of {a} {n}
European Journal of {f};Archives of {f};Frontiers in {f};Annual Review of {f};ACM Transactions on {n};The {f} Journal""")
MEETINGS = table("""
International Conference on {n};Annual Meeting of the {c} Society for {f};Symposium on {n};Workshop on {a} {n}
European Congress of {f};{k} Annual Conference;IEEE Conference on {n};{f} Seminar;{k} Summer School;{c} {f} Colloquium
American {f} Association Annual Meeting;{k} Workshop on {n};World Congress of {f};Summer Institute in {f}""")
SOCIETIES = table("""
American {f} Association;European Society of {f};Association for {n};IEEE;ACM;International {f} Union;Society for {f}
Royal Society of {f};{c} Academy of Sciences;Phi Beta Kappa;{k};Sigma Xi;Deutsche Gesellschaft für {f}""")
DEEDS = table("""
Designed and taught;Led a team working on;Developed tools for;Analyzed;Built a pipeline for;Published two papers on
Organized workshops about;Responsible for;Supervised students on;Research on;Implemented;Collaborated with partners on
Improved;Wrote documentation for;Maintained;Presented results on;Reduced the cost of;Worked on;Created a course in""")
TOOLS = table("""
Python;R;MATLAB;C++;Java;SQL;Git;LaTeX;Docker;Stata;Julia;HTML;CSS;JavaScript;PyTorch;TensorFlow;Linux;AWS;QGIS;SPSS
Kubernetes;React;Excel;Bash;Fortran;Photoshop;Figma;NumPy;pandas;scikit-learn;ArcGIS;PCR;ELISA;Microscopy;NMR;Spark""")
TONGUES = table("""
English;Spanish;French;German;Italian;Portuguese;Mandarin;Japanese;Korean;Arabic;Hindi;Turkish;Dutch;Swedish;Russian""")


def name(rng: Random) -> str:
    middle = rng.choice(["", "", "", f" {rng.choice('ABCDEFGHJKLMNPRST')}."])
    return f"{rng.choice(FIRST)}{middle} {rng.choice(LAST)}"


def initials(rng: Random) -> str:
    return "".join(rng.choice("ABCDEFGHIJKLMNOPRSTUVWYZ") for _ in range(rng.randint(2, 5)))


def city(rng: Random) -> str:
    return rng.choice(CITIES[:-2]).split(",")[0]


def phrase(rng: Random) -> str:
    """A subject: "robust estimation", "collapse", "urban trade and wages"."""
    text = rng.choice(NOUNS)
    if rng.random() < 0.6:
        text = f"{rng.choice(ADJECTIVES)} {text}"
    return f"{text} and {rng.choice(NOUNS)}" if rng.random() < 0.25 else text


def fill(rng: Random, form: str) -> str:
    """The form's slots filled: {c} city, {s} surname, {f} field, {n} noun, {a} short name …"""
    noun = rng.choice(NOUNS)
    return form.format(
        c=city(rng), s=rng.choice(LAST), t=rng.choice(LAST), f=rng.choice(FIELDS), g=rng.choice(FIELDS),
        n=noun.title() if form[0] != "a" and form[0] != "e" else noun,
        a=rng.choice(ADJECTIVES).title() if "{a} {n}" in form else initials(rng), k=initials(rng),
    )  # fmt: skip


def title(rng: Random, *, caps: bool = False) -> str:
    """Of a paper, thesis, talk, project: short ones, questions, long ones with a colon."""
    text = phrase(rng)
    for _ in range(rng.choice([0, 1, 1, 2, 2, 3])):
        text += rng.choice(
            [" of ", " in ", " for ", " and ", " with ", " through ", " versus "]
        ) + phrase(rng)
    if rng.random() < 0.5:
        text += " " + fill(rng, rng.choice(TAILS))
    if rng.random() < 0.35:
        text = f"{rng.choice([phrase(rng), initials(rng), rng.choice(LAST)])}: {text}"
    if rng.random() < 0.08:
        text = rng.choice(["What is ", "Who needs ", "Is there a case for "]) + text + "?"
    if caps:
        text = " ".join(
            w if w in {"of", "in", "for", "and", "with", "the"} else w[:1].upper() + w[1:]
            for w in text.split()
        )
    return text[:1].upper() + text[1:]


def sentence(rng: Random, more: int = 2) -> str:
    """One line under an entry: what was done there; with `more`, at length."""
    text = f"{rng.choice(DEEDS)} {phrase(rng)}"
    for _ in range(rng.randint(0, more)):
        text += rng.choice(
            [", ", " and ", " for ", " using ", " in ", ", including ", " to understand ", " with "]
        )
        text += rng.choice(
            [
                phrase(rng),
                phrase(rng),
                rng.choice(TOOLS),
                f"{rng.randint(2, 400)} {rng.choice(NOUNS)}",
                fill(rng, "{s} Lab"),
            ]
        )
    return text + rng.choice(["", "", ".", "."])


def school(rng: Random) -> str:
    return fill(rng, rng.choice(SCHOOLS))


def firm(rng: Random) -> str:
    return fill(rng, rng.choice(FIRMS))


def unit(rng: Random) -> str:
    return fill(rng, rng.choice(UNITS))


def journal(rng: Random) -> str:
    return fill(rng, rng.choice(JOURNALS))


def meeting(rng: Random) -> str:
    return fill(rng, rng.choice(MEETINGS))


def society(rng: Random) -> str:
    return fill(rng, rng.choice(SOCIETIES))

"""What an entry of each kind says: one small function for each."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import words
from records import Habit, Record, details, money

DEGREES = words.table("""
PhD;Ph.D.;MSc;M.Sc.;BSc;B.Sc.;B.A.;BA;M.A.;MA;MPhil;Doctor of Philosophy;Master of Science;Bachelor of Arts;Diplom;Licence
Bachelor of Science;B.E.;M.Eng.;Dr. rer. nat.;MBA;MD;Habilitation;Maîtrise;Licenciatura;Laurea;Postdoc;High School Diploma""")
POSITIONS = words.table("""
Assistant Professor;Associate Professor;Professor;Full Professor;Lecturer;Senior Lecturer;Postdoctoral Researcher;Postdoc
Research Assistant;Graduate Research Assistant;Research Fellow;Visiting Scholar;Visiting Researcher;Intern;Research Intern
Software Engineer;Senior Software Engineer;Wissenschaftlicher Mitarbeiter;Maître de conférences;Profesor titular;Stagiaire;Desarrollador web;Research Officer;Data Scientist;Consultant;Research Associate;Team Lead;Group Leader;PhD Student
Project Manager;Analyst;Director;Head of Research;Research Scientist;Teaching Assistant;Lab Manager;Freelance Developer""")
AWARDS = words.table("""
Best Paper Award;Best Poster Award;Dean’s List;{s} Fellowship;{s} Prize;{s} Scholarship;Graduate Fellowship;Travel Grant
Excellence in Teaching Award;{f} Research Award;Young Investigator Award;Merit Scholarship;Honorable Mention, {s} Medal
Outstanding Reviewer;Early Career Award;{k} Student Travel Award;Summa cum laude;Finalist, {f} Olympiad;{s}-{t} Fellowship
National Scholarship for {f};Distinguished {f} Dissertation Award;Erasmus+ Scholarship;Doctoral Fellowship;{c} Medal""")
FUNDERS = words.table("""
NSF;NIH;DFG;ERC;EPSRC;Horizon 2020;Marie Skłodowska-Curie;NSERC;ANR;{s} Foundation;Australian Research Council;JSPS;FAPESP
Swiss National Science Foundation;Ministry of Science;Volkswagen Foundation;European Commission;{k};City of {c}""")
COURSES = words.table("""
Introduction to {f};Advanced {f};{f} I;{f} 101;{f} II: {n};Seminar on {a} {n};Topics in {n};Methods of {f};{k} {d}: {f}
{k}{d} {f} for Engineers;Foundations of {n};History of {f};Statistics for {f};{k} {d} – {n};Graduate Seminar in {f}""")
ROLES = words.table("""
Teaching Assistant;Instructor;Guest Lecturer;Co-instructor;Tutor;Lecturer;TA;Head TA;Lab Instructor;Grader;Instructor of record""")
OFFICES = words.table("""
Reviewer;Program Committee Member;Organizer;Session Chair;Member;Chair;Co-chair;Editorial Board;Associate Editor;Treasurer
Volunteer;Mentor;Student Representative;Board Member;Ad hoc reviewer;Judge;Panelist;Committee Member;Faculty Senate;Advisor""")
TALKS = words.table(
    "Invited talk;Poster;Keynote;Oral presentation;Panelist;Seminar;Contributed talk;Tutorial;Lightning talk"
)


def education(rng: Random, habit: Habit, year: int) -> Record:
    subject = rng.choice(words.FIELDS)
    degree = rng.choice(DEGREES) + rng.choice([" in ", ", ", " "]) + subject
    when = str(year) if rng.random() < 0.2 else habit.dates.span(rng, year)
    return Record(
        degree,
        words.school(rng),
        rng.choice(words.CITIES),
        when,
        year,
        rng.choice(["", "", words.unit(rng)]),
    )


def employment(rng: Random, habit: Habit, year: int) -> Record:
    house = rng.choice([words.school, words.firm])(rng)
    return Record(
        rng.choice(POSITIONS),
        house,
        rng.choice(words.CITIES),
        habit.dates.span(rng, year),
        year,
        rng.choice(["", "", words.unit(rng)]),
    )


def award(rng: Random, habit: Habit, year: int) -> Record:
    giver = rng.choice(["", "", words.society(rng), words.school(rng), words.meeting(rng)])
    text = words.fill(rng, rng.choice(AWARDS)) + rng.choice(
        ["", "", "", f" ({money(rng)})", f" for {words.phrase(rng)}", ", 2nd place"]
    )
    when = habit.dates.span(rng, year) if rng.random() < 0.25 else habit.dates.day(rng, year)
    return Record(text, giver, rng.choice(["", "", "", rng.choice(words.CITIES)]), when, year)


def grant(rng: Random, habit: Habit, year: int) -> Record:
    role = rng.choice(
        ["PI", "Co-PI", "Principal Investigator", "Co-Investigator", "PI: " + words.name(rng)]
    )
    number = rng.choice(
        [
            "",
            f" {words.initials(rng)}-{rng.randint(1000, 99999)}",
            f" (No. {rng.randint(10, 99)}/{rng.randint(100, 999)})",
        ]
    )
    return Record(
        words.title(rng, caps=habit.caps),
        words.fill(rng, rng.choice(FUNDERS)) + number,
        rng.choice(["", money(rng)]),
        habit.dates.span(rng, year),
        year,
        role,
    )


def project(rng: Random, habit: Habit, year: int) -> Record:
    what = rng.choice(
        [
            words.initials(rng),
            rng.choice(words.LAST),
            words.title(rng, caps=True),
            words.phrase(rng).title(),
        ]
    )
    return Record(
        what,
        rng.choice(["", words.firm(rng), words.school(rng), rng.choice(words.TOOLS)]),
        rng.choice(["", "", rng.choice(words.CITIES)]),
        habit.dates.span(rng, year),
        year,
        rng.choice(["", rng.choice(POSITIONS)]),
    )


def talk(rng: Random, habit: Habit, year: int) -> Record:
    name = habit.quote.format(words.title(rng, caps=habit.caps))
    where = rng.choice([words.meeting, words.meeting, words.school])(rng)
    return Record(
        name,
        where,
        rng.choice(words.CITIES),
        habit.dates.day(rng, year),
        year,
        rng.choice(["", rng.choice(TALKS)]),
    )


def course(rng: Random, habit: Habit, year: int) -> Record:
    form = rng.choice(COURSES).replace("{d}", str(rng.randint(100, 4999)))
    when = rng.choice([habit.dates.term, habit.dates.term, habit.dates.span])(rng, year)
    return Record(
        words.fill(rng, form),
        rng.choice([words.school(rng), words.school(rng), ""]),
        rng.choice(["", "", rng.choice(words.CITIES)]),
        when,
        year,
        rng.choice([rng.choice(ROLES), ""]),
    )


def service(rng: Random, habit: Habit, year: int) -> Record:
    where = rng.choice([words.meeting, words.journal, words.society, words.unit])(rng)
    when = rng.choice([habit.dates.span, habit.dates.day])(rng, year)
    return Record(
        rng.choice(OFFICES), where, rng.choice(["", "", "", rng.choice(words.CITIES)]), when, year
    )


def membership(rng: Random, habit: Habit, year: int) -> Record:
    return Record(
        words.society(rng),
        rng.choice(["", "", "Member", "Senior Member", "Student member"]),
        "",
        habit.dates.span(rng, year),
        year,
    )


def student(rng: Random, habit: Habit, year: int) -> Record:
    level = rng.choice(
        [
            "PhD",
            "MSc",
            "Master Thesis",
            "Undergraduate",
            "Postdoc",
            "PhD student",
            "B.A. thesis",
            "co-supervisor",
        ]
    )
    thesis = rng.choice(["", words.title(rng, caps=habit.caps)])
    return Record(
        words.name(rng),
        rng.choice(["", words.school(rng), rng.choice(words.FIELDS)]),
        thesis,
        habit.dates.span(rng, year),
        year,
        level,
    )


def certificate(rng: Random, habit: Habit, year: int) -> Record:
    what = rng.choice(
        [
            "Certified {f} Professional",
            "{f} Specialization",
            "{k} Certificate in {f}",
            "Certificate in {n}",
            "{k} Summer School",
            "First Aid",
        ]
    )
    return Record(
        words.fill(rng, what),
        rng.choice(["", words.firm(rng), words.school(rng)]),
        "",
        habit.dates.day(rng, year),
        year,
    )


def reference(rng: Random, habit: Habit, year: int) -> Record:
    who = rng.choice(["Prof. ", "Dr. ", "", "Professor "]) + words.name(rng)
    mail = rng.choice(
        [
            "name@example.org",
            "E-mail: name@example.org",
            "name@example.org | +1 555 0100",
            "Phone: +1 202-555-0143",
        ]
    )
    house = words.unit(rng) + ", " + words.school(rng) if rng.random() < 0.5 else words.school(rng)
    return Record(
        who, house, rng.choice(["", rng.choice(words.CITIES)]), mail, year, rng.choice(POSITIONS)
    )


MAKERS: dict[str, Callable[[Random, Habit, int], Record]] = {
    "education": education, "employment": employment, "awards": award, "grants": grant, "projects": project,
    "talks": talk, "teaching": course, "service": service, "memberships": membership, "students": student,
    "certificates": certificate, "references": reference,
}  # fmt: skip


def make(rng: Random, kind: str, habit: Habit, year: int) -> Record:
    record = MAKERS[kind](rng, habit, year)
    if kind != "references":
        record.details = details(rng, habit, kind)
    for piece in ("date", "place", "extra", "org"):
        if rng.random() < habit.lapse / 3:
            setattr(record, piece, "")
    return record

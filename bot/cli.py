"""The command line: `passerelle …`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from bot import files, rituals, seed
from bot.jsonl import given as jsonl_input
from bot.terminal import console, errors, fail, faults, language, settings, words
from bot.time import machine_time
from bot.whatsapp import Commands
from community.roles import NoSuchMember, SeveralMembers
from conversations.language import render

DEMO_DATABASE = "sqlite:///var/demo.db"
MARKS = {"well": ("✓", "green"), "hint": ("•", "yellow"), "fault": ("✗", "red")}

app = typer.Typer(help=words("cli"), no_args_is_help=True, pretty_exceptions_enable=False)
db = typer.Typer(help=words("cli-db"), no_args_is_help=True)
app.add_typer(db, name="db")
community = typer.Typer(help=words("cli-community"), invoke_without_command=True)
app.add_typer(community, name="community")

Port = Annotated[int | None, typer.Option(help=words("cli-port"))]
File = Annotated[Path, typer.Argument(help=words("cli-file"))]


@app.command(help=words("cli-run"))
def run(port: Port = None) -> None:
    from bot.running import start

    given = settings(port=port)
    start(given, demo=False, prepare=lambda c: seed.community(c, given))


@app.command(help=words("cli-demo"))
def demo(
    port: Port = None,
    fresh: Annotated[bool, typer.Option("--fresh", help=words("cli-demo-fresh"))] = False,
) -> None:
    from bot.running import seed_demo, start

    given = settings(port=port, database_url=DEMO_DATABASE)
    start(given, demo=True, prepare=seed_demo, fresh=fresh)


@app.command(help=words("cli-talk"))
def talk(
    as_: Annotated[str | None, typer.Option("--as", help=words("cli-talk-as"))] = None,
    url: Annotated[str | None, typer.Option(help=words("cli-talk-url"))] = None,
) -> None:
    from bot import talk as talking
    from bot.running import meeting

    given = settings(database_url=DEMO_DATABASE, port=0)
    token = given.access_token.get_secret_value() if given.access_token else None
    wide = talking.screen()
    with meeting(given, url) as address:
        if not talking.answers(address):
            fail("talk-unreachable", url=address)
        line = talking.Line(address, token, language())
        try:
            who = as_ or talking.choose_person(line, wide, input, language())
            talking.Talk(line, who, language(), wide, input).run()
        except talking.ENDS:
            console.print()
        except talking.Refused as refusal:
            errors.print(str(refusal), style="red")
            raise typer.Exit(2) from None


@app.command(help=words("cli-doctor"))
def doctor() -> None:
    from bot.doctor import examine

    well = True
    for finding in examine(settings(), machine_time()):
        mark, style = MARKS[finding.weight]
        console.print(f"{mark} {render(finding.text, language())}", style=style)
        well = well and finding.well
    raise typer.Exit(0 if well else 1)


@app.command(help=words("cli-understand"))
def understand(
    text: Annotated[str | None, typer.Argument(help=words("cli-understand-text"))] = None,
    where: Annotated[
        Literal["direct", "channel"], typer.Option(help=words("cli-understand-where"))
    ] = "direct",
    jsonl: Annotated[bool, typer.Option("--jsonl", help=words("cli-understand-jsonl"))] = False,
) -> None:
    from bot import understood

    if jsonl:
        return understood.answer_lines(jsonl_input())
    if text is None:
        fail("cli-understand-nothing")
    for line in understood.explained(text, where, language()):
        console.print(render(line, language()), markup=False, highlight=False)
    return None


@app.command(help=words("cli-manifest"))
def manifest(
    platform: Annotated[Literal["slack"], typer.Argument(help=words("cli-manifest-platform"))],
    url: Annotated[str | None, typer.Option(help=words("cli-manifest-url"))] = None,
) -> None:
    from bot.manifest import is_callable, written

    if url is not None and not is_callable(url):
        fail("cli-manifest-not-https", url=url)
    typer.echo(written(platform, settings(), url))


@app.command(help=words("cli-why"))
def why(message: Annotated[int, typer.Argument(help=words("cli-why-message"))]) -> None:
    from bot.inside import inside
    from bot.why import explained

    given = settings()
    with faults(given):
        told = inside(given, lambda scope, _space: explained(scope.connection, message))
    if told is None:
        fail("why-unknown", id=str(message))
    console.print(render(told, language()), highlight=False)


@db.command("upgrade", help=words("cli-db-upgrade"))
def upgrade() -> None:
    given = settings()
    with faults(given):
        version = files.upgrade(given)
    console.print(words("cli-upgraded", version=version))


@db.command("backup", help=words("cli-db-backup"))
def backup(file: File) -> None:
    given = settings()
    if given.sqlite_file is None:
        fail("cli-backup-postgresql")
    if not given.sqlite_file.exists():
        fail("doctor-missing-database")
    if file.exists():
        fail("cli-file-exists", file=str(file))
    with faults(given, file):
        files.backup(given.sqlite_file, file)
    console.print(words("cli-backed-up", file=str(file)))


@app.command("import", help=words("cli-import"))
def import_(
    file: File, dry_run: Annotated[bool, typer.Option(help=words("cli-import-dry"))] = False
) -> None:
    from bot import table

    given = settings()
    with faults(given, file, reads=True):
        rejected = table.bring_in(given, file, dry_run=dry_run)
    raise typer.Exit(1 if rejected else 0)


@app.command(help=words("cli-export"))
def export(file: Annotated[Path, typer.Argument(help=words("cli-export-file"))]) -> None:
    from bot import table

    given = settings()
    if given.sqlite_file is not None and not given.sqlite_file.exists():
        fail("doctor-missing-database")
    if file != table.STANDARD_OUTPUT and file.exists():
        fail("cli-file-exists", file=str(file))
    with faults(given, file):
        count = table.write_out(given, file)
    if file != table.STANDARD_OUTPUT:
        console.print(words("cli-exported", count=count, file=str(file)))


@community.callback()
def show(context: typer.Context) -> None:
    from bot.charter import written
    from bot.inside import inside
    from community import charter

    if context.invoked_subcommand is None:
        given = settings()
        with faults(given):
            present = inside(given, lambda scope, _space: charter.read(scope))
        console.print(f"# {words('charter-head')}\n{written(present)}", end="", highlight=False)


@community.command("set", help=words("cli-community-set"))
def set_(file: File) -> None:
    from bot.charter import rewrite
    from bot.inside import inside

    given = settings()
    with faults(given, file, reads=True):
        raw = file.read_bytes()
        before, after = inside(given, lambda scope, _space: rewrite(scope, raw))
    texts = "charter-kept" if after.version != before.version else "charter-kept-texts-same"
    key = "charter-same" if after == before else texts
    console.print(words(key, version=str(after.version)))


@app.command(help=words("cli-role"))
def role(
    member: Annotated[str, typer.Argument(help=words("cli-role-member"))],
    name: Annotated[str, typer.Argument(metavar="ROLE", help=words("cli-role-role"))],
) -> None:
    from bot.inside import inside
    from bot.roles import appoint
    from community.members import ROLES

    if name not in ROLES:
        fail("cli-no-role", role=name, known=list(ROLES))
    given = settings()
    try:
        with faults(given):
            who = inside(given, lambda scope, space: appoint(scope, space, member, name))
    except NoSuchMember:
        fail("cli-no-member", who=member)
    except SeveralMembers as several:
        fail("cli-several-members", who=member, names=several.names)
    console.print(words("cli-role-given", name=who, role=name))


@app.command(help=words("cli-find"))
def find(
    need: Annotated[str | None, typer.Argument(help=words("cli-find-need"))] = None,
    member: Annotated[str | None, typer.Option(help=words("cli-find-member"))] = None,
    limit: Annotated[int, typer.Option(min=1, help=words("cli-find-limit"))] = 3,
    jsonl: Annotated[bool, typer.Option("--jsonl", help=words("cli-find-jsonl"))] = False,
) -> None:
    from bot import find as finding

    if bool(need and need.strip()) == jsonl:
        fail("cli-find-what")
    given = settings()
    try:
        with faults(given):
            if jsonl:
                finding.answer(given, member, limit, jsonl_input(), typer.echo)
            else:
                told = finding.told(given, member, limit, need or "")
                console.print("\n".join(render(each, language()) for each in told))
    except NoSuchMember:
        fail("cli-no-member", who=member or "")
    except finding.NoNeed as wrong:
        fail("cli-find-line", number=wrong.number)


Commands(words, fail, console).add_to(app)
app.add_typer(rituals.app, name="ritual")

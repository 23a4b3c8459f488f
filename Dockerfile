# One image for each distribution: PACKAGE names it (wireroom-dedup[kafka], …). Nothing but Python packages is fetched.
ARG PYTHON=python:3.13-slim

FROM ${PYTHON} AS wheels
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /source
COPY constraints.txt ./
COPY shared shared
COPY services services
RUN --mount=type=cache,target=/root/.cache/pip \
    pip wheel --quiet --no-deps --constraint constraints.txt --wheel-dir /wheels shared/* services/*

FROM wheels AS installed
ARG PACKAGE
RUN --mount=type=cache,target=/root/.cache/pip \
    python -m venv /opt/wireroom \
    && /opt/wireroom/bin/pip install --quiet --constraint constraints.txt --find-links /wheels "${PACKAGE:?}" \
    && /opt/wireroom/bin/pip check --quiet \
    && /opt/wireroom/bin/pip uninstall --quiet --yes pip

FROM ${PYTHON}
# Any user of group 1000 can begin with these volumes, so that it can be the inbox's owner; the same one goes on with them.
RUN groupadd --gid 1000 wireroom \
    && useradd --uid 1000 --gid 1000 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin wireroom \
    && install --directory --owner=1000 --group=1000 --mode=2775 /var/lib/wireroom /var/lib/wireroom/raw \
        /var/lib/wireroom/state /var/lib/wireroom/inbox
COPY --from=installed /opt/wireroom /opt/wireroom
ENV PATH=/opt/wireroom/bin:${PATH} PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    WIREROOM_DATA_DIR=/var/lib/wireroom WIREROOM_RAW_DIR=/var/lib/wireroom/raw
USER 1000:1000

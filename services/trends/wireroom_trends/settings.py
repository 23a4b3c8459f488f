"""What the trends service can be told."""

from pydantic import Field, SecretStr

from wireroom_core.settings import ServiceSettings


class TrendsSettings(ServiceSettings):
    """By environment; the password of the database may stand in ``PGPASSWORD`` instead of the address."""

    database_url: SecretStr = Field(description="PostgreSQL 18: postgresql://user:password@host:port/database")
